import { describe, expect, it } from "vitest";
import { readSessionCookie } from "./cookie.ts";
import { addressOfRequest, isAllowedOrigin, originOfRequest, siteOf } from "./origin.ts";
import { maxWindows, RateLimiter } from "./rate-limiter.ts";

const plain = { publicUrl: undefined, allowedOrigins: [], trustProxy: false };
const forwarded = {
  host: "10.0.0.7:4321",
  "x-forwarded-host": "maps.example.org",
  "x-forwarded-proto": "https",
  "x-forwarded-for": "6.6.6.6, 203.0.113.9",
};

describe("where a request came from", () => {
  it("[A2] is its own host, unless a proxy is trusted or a public URL is set", () => {
    expect(originOfRequest(forwarded, plain)).toBe("http://10.0.0.7:4321");
    expect(originOfRequest(forwarded, { ...plain, trustProxy: true })).toBe("https://maps.example.org");
    const publicUrl = "https://maps.example.com/deep";
    expect(originOfRequest(forwarded, { ...plain, publicUrl })).toBe("https://maps.example.com");
  });

  it("[A5] [W18] allows pages of this host, of the public URL, and those listed", () => {
    const headers = { host: "localhost:4321" };
    const config = { ...plain, publicUrl: "https://maps.example.org", allowedOrigins: ["https://a.example"] };
    const allowed = ["http://localhost:4321", "https://maps.example.org", "https://a.example"];
    const foreign = [
      "http://localhost:4322",
      "https://b.example",
      "null",
      "",
      "https://localhost:4321.evil.example",
    ];
    for (const origin of allowed) expect(isAllowedOrigin(origin, headers, config), origin).toBe(true);
    for (const origin of foreign) expect(isAllowedOrigin(origin, headers, config), origin).toBe(false);
  });

  it("[W16] believes the proxy's word on the address only when it is trusted", () => {
    expect(addressOfRequest(forwarded, "::ffff:10.0.0.1", plain)).toBe("10.0.0.1");
    expect(addressOfRequest(forwarded, "10.0.0.1", { trustProxy: true })).toBe("203.0.113.9");
    expect(addressOfRequest({}, undefined, { trustProxy: true })).toBe("unknown");
  });

  it("[A9] [W16] takes an IPv6 network of 64 bits for one address, since its owner has all of them", () => {
    const addressOf = (remote: string): string => addressOfRequest({}, remote, plain);
    const network = addressOf("2001:db8:0:7:1:2:3:4");
    for (const same of ["2001:db8:0:7::1", "2001:0DB8::7:ffff:0:0:1", "2001:db8:0:7::%eth0"])
      expect(addressOf(same), same).toBe(network);
    for (const other of ["2001:db8:0:8::1", "2001:db8::1", "::1", "fe80::7:1:2:3:4", "203.0.113.9"])
      expect(addressOf(other), other).not.toBe(network);
    expect(addressOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(addressOf("::FFFF:203.0.113.8")).toBe("203.0.113.8");
  });

  it("[A17] takes an IPv6 network of 48 bits for one site", () => {
    const site = (remote: string): string => siteOf(addressOfRequest({}, remote, plain));
    expect(site("2001:db8:0:7::1")).toBe("2001:db8:0::/48");
    expect(site("2001:db8:0:ffff::1")).toBe(site("2001:db8::1"));
    expect(site("2001:db8:1::1")).not.toBe(site("2001:db8::1"));
    expect(site("203.0.113.9")).toBe("203.0.113.9");
  });

  it("[A3] finds the session among other cookies", () => {
    expect(readSessionCookie("a=b; counterpoint_session=token; c=d")).toBe("token");
    expect(readSessionCookie("xcounterpoint_session=token")).toBeUndefined();
    expect(readSessionCookie(undefined)).toBeUndefined();
  });
});

describe("RateLimiter", () => {
  it("[A9] [W16] counts by address and begins anew each minute", () => {
    let now = 0;
    const limiter = new RateLimiter(2, () => now);
    expect([limiter.take("a"), limiter.take("a"), limiter.take("a")]).toEqual([true, true, false]);
    expect(limiter.take("b")).toBe(true);
    now = 60_000;
    expect(limiter.take("a")).toBe(true);
  });

  it("[A9] [W16] keeps nobody waiting for an hour that comes twice, since the clock was set back", () => {
    let now = 3_600_000;
    const limiter = new RateLimiter(1, () => now);
    expect([limiter.take("a"), limiter.take("a")]).toEqual([true, false]);
    now = 0;
    expect([limiter.take("a"), limiter.take("a")]).toEqual([true, false]);
    now = 60_000;
    expect(limiter.take("a")).toBe(true);
  });

  it("[A9] [W16] remembers no more addresses than it may, the latest ones, and none for long", () => {
    let now = 0;
    const limiter = new RateLimiter(1, () => now);
    const count = 5 * maxWindows;
    for (let index = 0; index < count; index++) limiter.take(`address ${index}`);
    expect(limiter.size).toBeLessThanOrEqual(maxWindows);
    expect(limiter.take(`address ${count - maxWindows / 2}`)).toBe(false);
    expect(limiter.take(`address ${count - 1}`)).toBe(false);
    now = 60_000;
    limiter.take("another");
    expect(limiter.size).toBe(1);
  }, 3_000);
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CreateMapResponse, SessionResponse } from "#shared/protocol/api.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { BrowserCookies } from "../../../tests/support/browser-cookies.ts";
import { askFrame, presenceFrame, readServerFrame } from "../../../tests/support/frames.ts";
import {
  type IdentityProvider,
  type ProviderFault,
  startIdentityProvider,
} from "../../../tests/support/identity-provider.ts";
import { startTestServer, type TestServer } from "../../../tests/support/test-server.ts";
import { protocolsOf, rawClient } from "../../../tests/support/wire-client.ts";
import { SignIn } from "../../sign-in/index.ts";

const publicUrl = "http://maps.example.org";

describe("signing in", () => {
  let provider: IdentityProvider;
  let server: TestServer;
  let browser: BrowserCookies;

  beforeEach(async () => {
    provider = await startIdentityProvider();
    browser = new BrowserCookies();
    const { issuer, clientId, clientSecret } = provider;
    server = await startTestServer({
      config: { publicUrl, trustProxy: true, signIn: { issuer, clientId, clientSecret } },
    });
  });
  afterEach(async () => {
    await server.stop();
    await provider.stop();
  });

  async function go(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: browser.header, ...(init.headers as Record<string, string>) };
    return browser.take(
      await server.call(init.method ?? "GET", path, { ...init, headers, redirect: "manual" }),
    );
  }

  /** Sets out; the address that the provider sends back to, as a path of the server. */
  async function comeBack(to = "/"): Promise<string> {
    const setOut = await go(`/auth/sign-in?to=${encodeURIComponent(to)}`);
    const atProvider = await fetch(setOut.headers.get("location") ?? "", { redirect: "manual" });
    const back = new URL(atProvider.headers.get("location") ?? "");
    expect(back.origin).toBe(publicUrl);
    return `${back.pathname}${back.search}`;
  }

  async function signIn(to?: string): Promise<Response> {
    return go(await comeBack(to));
  }

  /** Somebody else's way there and back, all of it from one address; where it led to. */
  async function signInFrom(address: string): Promise<string | null> {
    const own = new BrowserCookies();
    const get = async (path: string) => {
      const headers = { cookie: own.header, "x-forwarded-for": address };
      return own.take(await server.call("GET", path, { headers, redirect: "manual" }));
    };
    const setOut = await get("/auth/sign-in?to=%2Fj%2F2AB2CD");
    const atProvider = await fetch(setOut.headers.get("location") ?? "", { redirect: "manual" });
    const back = new URL(atProvider.headers.get("location") ?? "");
    return (await get(`${back.pathname}${back.search}`)).headers.get("location");
  }

  async function createMap(): Promise<CreateMapResponse> {
    const headers = { "content-type": "application/json", origin: publicUrl };
    return (await (
      await go("/api/maps", { method: "POST", headers, body: "{}" })
    ).json()) as CreateMapResponse;
  }

  it("[A13] gives nobody anything of the API before, and leads from the first page to the provider", async () => {
    for (const path of ["/api/maps/some-map-id", "/api/openapi.json"]) {
      const refused = await go(path);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
        401,
        "sign-in-needed",
      ]);
    }
    const first = await go("/");
    expect([first.status, first.headers.get("location")]).toEqual([302, "/auth/sign-in?to=%2F"]);
    const setOut = await go("/auth/sign-in");
    const address = new URL(setOut.headers.get("location") ?? "");
    expect(address.origin).toBe(provider.issuer);
    expect(address.searchParams.get("code_challenge_method")).toBe("S256");
    expect((await go("/healthz")).status).toBe(200);
  });

  it("[A13] goes back to where one came from, signed in under the account's name", async () => {
    const done = await signIn("/m/some-map-id?embed=1");
    expect([done.status, done.headers.get("location")]).toEqual([302, "/m/some-map-id?embed=1"]);
    expect(browser.cookies.get("counterpoint_account")).toBe("Ann%20Author");
    expect(browser.cookies.has("counterpoint_attempt")).toBe(false);
    expect((await go("/api/openapi.json")).status).toBe(200);
  });

  it("[T4] says who comments, whatever their device says", async () => {
    await signIn();
    const { id, links } = await createMap();
    const introduce = async (secret: string): Promise<unknown> => {
      const response = await go(`/api/maps/${id}/participant`, {
        method: "PUT",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${new URL(links.edit).hash.slice(1)}`,
          [participantHeader]: secret,
        },
        body: JSON.stringify({ name: "Somebody else" }),
      });
      return response.json();
    };
    const here = await introduce("the-secret-of-this-device");
    expect(here).toMatchObject({ name: "Ann Author" });
    expect(await introduce("")).toEqual(here);
  });

  it("[A13] keeps what it notes from scripts and from other sites, and off plain http where there is https", async () => {
    const plain = await signIn();
    const notes = plain.headers.getSetCookie().filter((cookie) => cookie.startsWith("counterpoint_person="));
    expect(notes).toEqual([expect.stringMatching(/; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+$/)]);
    await server.stop();
    const { issuer, clientId, clientSecret } = provider;
    const signInSettings = { issuer, clientId, clientSecret };
    server = await startTestServer({
      config: { publicUrl: "https://maps.example.org", signIn: signInSettings },
    });
    const setOut = await go("/auth/sign-in");
    expect(setOut.headers.getSetCookie()[0]).toMatch(/; Path=\/auth; HttpOnly; SameSite=Lax; .*; Secure$/);
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "evil", ""])(
    "[A13] leads to no other site after signing in: %j",
    async (to) => {
      expect((await signIn(to)).headers.get("location")).toBe("/");
    },
  );

  it.each<ProviderFault>(["refuses", "other-nonce", "other-audience", "other-key", "expired-token"])(
    "[A13] lets nobody in by a provider's answer that is wrong: %s",
    async (fault) => {
      provider.fault.kind = fault;
      const done = await signIn();
      expect(done.headers.get("location")).toBe("/sign-in?fault=refused");
      expect(browser.cookies.has("counterpoint_person")).toBe(false);
    },
  );

  it("[A13] takes an answer only in the browser that asked, and only once", async () => {
    const path = await comeBack();
    const other = await server.call("GET", path, { redirect: "manual" });
    expect(other.headers.get("location")).toBe("/sign-in?fault=expired");
    const kept = browser.header;
    expect((await go(path)).headers.get("location")).toBe("/");
    const again = await server.call("GET", path, { headers: { cookie: kept }, redirect: "manual" });
    expect(again.headers.get("location")).toBe("/sign-in?fault=refused");
  });

  it("[A13] believes no note that it did not write, nor one written for something else", async () => {
    await go("/auth/sign-in");
    const attempt = browser.cookies.get("counterpoint_attempt") ?? "";
    await signIn();
    const note = browser.cookies.get("counterpoint_person") ?? "";
    const [body = "", signature = ""] = note.split(".");
    const changed = Buffer.from(Buffer.from(body, "base64url").toString().replace("Ann", "Eve")).toString(
      "base64url",
    );
    for (const forged of [`${changed}.${signature}`, body, `${body}.`, attempt, "."]) {
      const headers = { cookie: `counterpoint_person=${forged}` };
      expect((await server.call("GET", "/api/openapi.json", { headers })).status, forged).toBe(401);
    }
  });

  it("[A13] says so when the provider cannot be reached", async () => {
    const address = "/auth/sign-in";
    await provider.stop();
    expect((await go(address)).headers.get("location")).toBe("/sign-in?fault=unavailable");
    provider = await startIdentityProvider();
  });

  it("[A13] lets people go on for twelve hours, and gives ten minutes for signing in", async () => {
    const { issuer, clientId, clientSecret } = provider;
    let now = Date.now();
    const signing = new SignIn(
      { issuer, clientId, clientSecret, returnAddress: `${publicUrl}/auth/callback` },
      () => now,
    );
    const back = async (): Promise<readonly [string, string]> => {
      const { address, attempt } = await signing.begin("/");
      const { headers } = await fetch(address, { redirect: "manual" });
      return [new URL(headers.get("location") ?? "").search, attempt.value];
    };
    const [query, attempt] = await back();
    const done = await signing.finish(query, attempt);
    const session = done.ok ? done.value.session.value : undefined;
    expect(signing.personOf(session)?.name).toBe("Ann Author");
    const late = await back();
    now += 10 * 60_000;
    expect(await signing.finish(...late)).toEqual({ ok: false, error: "expired" });
    now += 11 * 3_600_000;
    expect(signing.personOf(session)).toBeDefined();
    now += 3_600_000;
    expect(signing.personOf(session)).toBeUndefined();
  });

  it("[A13] knows a person again by the account, whatever it is called, and nobody by their name", async () => {
    const { issuer, clientId, clientSecret, account } = provider;
    const signing = new SignIn(
      { issuer, clientId, clientSecret, returnAddress: `${publicUrl}/auth/callback` },
      Date.now,
    );
    const comesAs = async (sub: string, name: string) => {
      Object.assign(account, { sub, name, tellsNameAtOnce: true });
      const { address, attempt } = await signing.begin("/");
      const { headers } = await fetch(address, { redirect: "manual" });
      const done = await signing.finish(new URL(headers.get("location") ?? "").search, attempt.value);
      return done.ok ? done.value.person : undefined;
    };
    const ann = await comesAs("ann-1", "Ann Author");
    const renamed = await comesAs("ann-1", "Ann Writer");
    const namesake = await comesAs("ann-2", "Ann Author");
    expect(renamed).toEqual({ id: ann?.id, name: "Ann Writer" });
    expect(namesake?.id).not.toBe(ann?.id);
  });

  it("[F34] [A13] lets a hall of five hundred behind one address in within a minute", async () => {
    let left = 500;
    const led = new Set<string | null>();
    const door = async () => {
      while (left-- > 0) led.add(await signInFrom("10.0.0.1"));
    };
    await Promise.all(Array.from({ length: 10 }, door));
    expect([...led]).toEqual(["/j/2AB2CD"]);
  });

  it("[A13] is tried from one address so often a minute, and another is not held up", async () => {
    const most = limits.maxSignInsPerAddressPerMinute;
    await go("/auth/sign-in");
    const tried = async (path: string, address: string, cookie = browser.header) =>
      (
        await server.call("GET", path, {
          headers: { "x-forwarded-for": address, cookie },
          redirect: "manual",
        })
      ).status;
    // Who never set out keeps nobody from coming back.
    for (let count = 0; count <= most; count++)
      expect(await tried("/auth/callback", "10.0.0.1", "")).toBe(302);
    for (const path of ["/auth/sign-in", "/auth/callback"]) {
      const all: number[] = [];
      for (let count = 0; count <= most; count++) all.push(await tried(path, "10.0.0.1"));
      expect(new Set(all.slice(0, most))).toEqual(new Set([302]));
      expect(all[most]).toBe(429);
      expect(await tried(path, "10.0.0.2")).toBe(302);
    }
  });

  it("[A13] signs out for a page of its own, and for no other", async () => {
    await signIn();
    const foreign = { origin: "https://elsewhere.example" };
    expect((await go("/auth/sign-out", { method: "POST", headers: foreign })).status).toBe(403);
    expect((await go("/auth/sign-out", { method: "POST" })).status).toBe(403);
    expect((await go("/auth/sign-out", { method: "POST", headers: { origin: publicUrl } })).status).toBe(204);
    expect((await go("/api/openapi.json")).status).toBe(401);
  });

  it("[A13] opens no map's connection for a link alone, and shows the account's name to the others", async () => {
    await signIn();
    const { id, links } = await createMap();
    const headers = { "content-type": "application/json", origin: publicUrl };
    const body = JSON.stringify({ secret: new URL(links.edit).hash.slice(1) });
    const opened = await go(`/api/maps/${id}/session`, { method: "POST", headers, body });
    const { token } = (await opened.json()) as SessionResponse;
    const protocols = protocolsOf(token);
    const alone = rawClient(`${server.syncUrl}/${id}`, protocols);
    expect(await alone.closed).toBe(closeCode.unauthenticated);

    const [ann, ben] = [0, 1].map(() =>
      rawClient(`${server.syncUrl}/${id}`, protocols, { cookie: browser.header }),
    );
    const names: unknown[] = [];
    ben?.ws.on("message", (data: Buffer) => {
      const frame = readServerFrame(data);
      if (frame.type !== "presence") return;
      for (const { state } of frame.states.values())
        names.push((state as { user?: { name?: string } }).user?.name);
    });
    const joined = [ann, ben].map((client) => new Promise((resolve) => client?.ws.once("message", resolve)));
    await Promise.all(joined);
    ann?.ws.send(askFrame(Uint8Array.of(0)));
    ann?.ws.send(presenceFrame([[7, 1, { user: { name: "The Dean", color: "#000000" } }]]));
    await expect.poll(() => names).toEqual(["Ann Author"]);
    ann?.ws.close();
    ben?.ws.close();
  });
});

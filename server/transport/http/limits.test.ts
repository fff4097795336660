import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";

const markup = '<script>alert("x")</script>';

describe("limits and safety of the HTTP API", () => {
  let server: TestServer;
  let map: TestMap;

  beforeEach(async () => {
    server = await startTestServer({ config: { trustProxy: true } });
    map = await server.createMap({ title: markup });
  });
  afterEach(() => server.stop());

  it("[A9] limits calls with one token wherever they come from, and no other token's", async () => {
    const call = (token: string, number: number): Promise<Response> =>
      server.call("GET", `/api/maps/${map.id}/nothing`, {
        headers: { authorization: `Bearer ${token}`, "x-forwarded-for": `10.0.0.${number % 250}` },
      });
    const together = 50;
    for (let first = 0; first < limits.maxCallsPerTokenPerMinute; first += together) {
      const answers = await Promise.all(
        Array.from({ length: together }, (_, index) => call("one token", first + index)),
      );
      expect(answers.every(({ status }) => status === 404)).toBe(true);
    }
    expect((await call("one token", 1)).status).toBe(429);
    expect((await call("another token", 1)).status).toBe(404);
  });

  it("[H2] takes a body of just as many bytes as it may have, and not one more", async () => {
    const headers = { authorization: `Bearer ${map.secrets.edit}` };
    const importOf = async (bytes: number): Promise<number> => {
      const init = { headers, body: "x".repeat(bytes) };
      return (await server.call("POST", `/api/maps/${map.id}/import/json`, init)).status;
    };
    // Read, and found to be no map.
    expect(await importOf(limits.maxBodyBytes)).toBe(422);
    expect(await importOf(limits.maxBodyBytes + 1)).toBe(413);
  });

  it("[H7] shows markup in a name, an id or a title as nothing a browser would run", async () => {
    const headers = { authorization: `Bearer ${map.secrets.view}` };
    const odd = encodeURIComponent(markup);
    const paths = [
      `/api/maps/${odd}`,
      `/api/maps/${map.id}/export/${odd}`,
      `/api/maps/${map.id}`,
      `/api/maps/${map.id}/export/json`,
      `/${odd}`,
      `/m/${odd}`,
    ];
    for (const path of paths) {
      const response = await server.call("GET", path, { headers });
      const { headers: answered } = response;
      expect(answered.get("content-type"), path).not.toContain("html");
      expect(answered.get("x-content-type-options"), path).toBe("nosniff");
      expect(answered.get("content-security-policy"), path).toContain("script-src 'self';");
      expect(answered.get("content-disposition") ?? "", path).not.toContain("<");
    }
  });

  it("[H7] lets a page open WebSockets to its own host and to no other", async () => {
    const policyFor = async (forwarded: Record<string, string>): Promise<string> =>
      (await server.call("GET", "/", { headers: forwarded })).headers.get("content-security-policy") ?? "";
    const host = `127.0.0.1:${server.port}`;
    expect(await policyFor({})).toMatch(new RegExp(`; connect-src 'self' ws://${host} wss://${host}$`));
    expect(await policyFor({ "x-forwarded-host": "maps.example.org" })).toMatch(
      /; connect-src 'self' ws:\/\/maps\.example\.org wss:\/\/maps\.example\.org$/,
    );
    const ended = await policyFor({ "x-forwarded-host": "a; script-src *" });
    expect(ended).toMatch(/; connect-src 'self'( ws:\/\/[\w.:-]+ wss:\/\/[\w.:-]+)?$/);
    expect(ended).not.toContain("script-src *");
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeJson } from "#shared/formats/json/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { aCard, anArgument, mapOf, onCard } from "../../../tests/fixtures/model/build.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";
import { FileDesk } from "../../files/index.ts";

const town = mapOf([
  aCard("c1", "claim", { text: "It should be paved" }),
  aCard("c2", "claim", { text: "Gravel washes out" }),
  anArgument("a1", ["c2"], onCard("c1"), { scheme: "sign" }),
]);

let server: TestServer;
let map: TestMap;

beforeEach(async () => {
  server = await startTestServer();
  map = await server.createMap({ content: writeJson(town), title: "The path" });
});
afterEach(() => server.stop());

async function drawn(path: string): Promise<Readonly<{ status: number; bytes: Buffer; headers: Headers }>> {
  const headers = { authorization: `Bearer ${map.secrets.view}` };
  const response = await server.call("GET", `/api/maps/${map.id}/export/${path}`, { headers });
  return {
    status: response.status,
    bytes: Buffer.from(await response.arrayBuffer()),
    headers: response.headers,
  };
}

describe("pictures and documents", () => {
  it.each([
    ["svg", "image/svg+xml; charset=utf-8", /^<\?xml|^<svg/],
    ["png", "image/png", /^.PNG\r\n/],
    ["pdf", "application/pdf", /^%PDF-1\.7/],
    ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", /^PK/],
    ["html", "text/html; charset=utf-8", /^<!doctype html>/i],
  ])(
    "[H9] [H11] come as %s, to be kept and not to be shown",
    async (format, type, beginning) => {
      const { status, bytes, headers } = await drawn(format);
      expect([status, headers.get("content-type")]).toEqual([200, type]);
      expect(headers.get("content-disposition")).toBe(
        `attachment; filename="The-path.${format}"; filename*=UTF-8''The%20path.${format}`,
      );
      expect(bytes.toString("latin1")).toMatch(beginning);
    },
    60_000,
  );

  it("[FO1] take the options of their format", async () => {
    const plain = await drawn("svg");
    const dark = await drawn("svg?theme=dark&ground=transparent&legend=false&title=false&cards=c1");
    expect(dark.status).toBe(200);
    expect(plain.bytes.toString()).toContain("Gravel washes out");
    expect(dark.bytes.toString()).toContain("It should be paved");
    expect(dark.bytes.toString()).not.toContain("Gravel washes out");
    const scheme = />[^<]*from a sign<\/text>/i;
    expect(plain.bytes.toString()).toMatch(scheme);
    expect((await drawn("svg?schemes=false")).bytes.toString()).not.toMatch(scheme);
    expect((await drawn("svg?scale=2")).bytes.toString()).toContain('has no option \\"scale\\"');
    const [small, large] = [await drawn("png?scale=0.5"), await drawn("png?scale=1")];
    expect(large.bytes.readUInt32BE(16)).toBeGreaterThan(1.9 * small.bytes.readUInt32BE(16));
  }, 60_000);

  it("[F4] are the same bytes for the same map where they tell no time", async () => {
    expect((await drawn("svg")).bytes.equals((await drawn("svg")).bytes)).toBe(true);
  }, 60_000);

  it("[A9] limits how many pictures an address may ask for in a minute", async () => {
    for (let asked = 0; asked < limits.maxDrawingsPerAddressPerMinute; asked++)
      expect((await drawn("svg?theme=pink")).status).toBe(400);
    expect((await drawn("svg?theme=pink")).status).toBe(429);
    expect((await drawn("json")).status).toBe(200);
  });

  it("[H11] are not drawn on for those who are gone", async () => {
    const run = vi.spyOn(FileDesk.prototype, "run");
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${map.secrets.view}` };
    const asked = server.call("GET", `/api/maps/${map.id}/export/pdf`, { headers, signal: leaving.signal });
    await vi.waitFor(() => expect(run).toHaveBeenCalled());
    leaving.abort();
    await expect(asked).rejects.toThrow();
    await expect(run.mock.results[0]?.value).rejects.toMatchObject({ code: "called-off" });
    run.mockRestore();
  }, 30_000);
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeJson } from "#shared/formats/json/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { aCard, mapOf } from "../../../tests/fixtures/model/build.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";
import { FileDesk } from "../../files/index.ts";

let server: TestServer;
let map: TestMap;

beforeEach(() => start());
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await server.stop();
});

async function start(): Promise<void> {
  server = await startTestServer();
  map = await server.createMap({ content: writeJson(mapOf([aCard("c1", "claim", { text: "It is kept" })])) });
}

const bearer = (link: LinkName) => ({ authorization: `Bearer ${map.secrets[link]}` });

function exported(path = "json", link: LinkName = "view"): Promise<Response> {
  return server.call("GET", `/api/maps/${map.id}/export/${path}`, { headers: bearer(link) });
}

describe("a file of a whole map", () => {
  it("[H14] is made once for a class that opens it at once, and again when the map has changed", async () => {
    const run = vi.spyOn(FileDesk.prototype, "run");
    const texts = await Promise.all(Array.from({ length: 40 }, async () => (await exported()).text()));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("It is kept");
    expect(run).toHaveBeenCalledTimes(1);
    const added = writeJson(mapOf([aCard("c2", "claim", { text: "It is new" })]));
    const path = `/api/maps/${map.id}/import/json`;
    await server.call("POST", path, { headers: bearer("edit"), body: added });
    expect(await (await exported()).text()).toContain("It is new");
    expect(await (await exported("json?cards=c2")).text()).not.toContain("It is kept");
    expect(await (await exported("outline")).text()).toContain("It is new");
  });

  it("[H14] is given to nobody who may not read the map", async () => {
    expect((await exported()).status).toBe(200);
    expect((await server.call("GET", `/api/maps/${map.id}/export/json`)).status).toBe(401);
    await server.call("DELETE", `/api/maps/${map.id}`, { headers: bearer("owner") });
    expect((await exported()).status).toBe(410);
  });

  it("[A11] [H14] is at hand for a day at most, so that of an erased map nothing is", async () => {
    await server.stop();
    vi.useFakeTimers({ toFake: ["setInterval"] });
    await start();
    const run = vi.spyOn(FileDesk.prototype, "run");
    for (let count = 0; count < 2; count++) await exported();
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(24 * 60 * 60 * 1000);
    await exported();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("[H14] limits how often an address may have the same file, and more often than others", async () => {
    const { maxExportsPerAddressPerMinute: most, maxReadsPerAddressPerMinute: mostRead } = limits;
    expect(most).toBeGreaterThan(3 * mostRead);
    const links = ["view", "edit"] as const;
    const asked = Array.from({ length: most }, async (_, n) => (await exported("json", links[n % 2])).status);
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
    expect((await exported("json", "comment")).status).toBe(429);
  }, 30_000);
});

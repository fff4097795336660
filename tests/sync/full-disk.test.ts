import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSqliteStores } from "../../server/storage/sqlite/open-sqlite-stores.ts";
import { startTestServer } from "../support/test-server.ts";
import { stockClient, synced } from "../support/wire-client.ts";

/** Quota in database pages of 4 kB: room for the tables and a few small maps. */
const maxPages = 60;

/** A map that the quota has no room for. */
function largeFile(): string {
  const card = { kind: "claim", text: "x".repeat(9_000), author: "", createdAt: 1, at: [0, 0] };
  const cards = Array.from({ length: 40 }, (_, index) => ({ ...card, id: `card-${index}` }));
  return JSON.stringify({ format: "counterpoint", version: 1, title: "Large", createdAt: 1, cards });
}

describe("a disk that is full", () => {
  it("[S7] [W6] [H3] stops promising, keeps people together, and saves it all when there is room", async () => {
    const directory = mkdtempSync(join(tmpdir(), "counterpoint-full-"));
    const tight = await startTestServer({
      stores: await openSqliteStores({ directory, maxPages }),
      config: { drainMs: 300 },
    });
    const map = await tight.createMap({ title: "Tight" });
    const [ann, ben] = [await stockClient(tight, map), await stockClient(tight, map)];
    await Promise.all([synced(ann), synced(ben)]);
    ann.ydoc.getMap("probe").set("small", 1);
    await ann.saved();
    ann.ydoc.getMap("probe").set("large", "x".repeat(maxPages * 4096));
    let isPromised = false;
    void ann.saved().then(() => {
      isPromised = true;
    });
    await expect.poll(() => ben.ydoc.getMap("probe").has("large")).toBe(true);
    expect((await tight.post("/api/maps", { content: largeFile() })).status).toBe(507);
    expect((await tight.call("GET", "/healthz")).status).toBe(200);
    expect(isPromised).toBe(false);
    ann.provider.disconnect();
    ben.end();
    // Stopped with something unsaved: it says so rather than waiting for ever.
    expect(await tight.stop()).toBe(false);
    const roomy = await startTestServer({ stores: await openSqliteStores({ directory }) });
    const cat = await stockClient(roomy, map);
    await synced(cat);
    expect([...cat.ydoc.getMap("probe").keys()]).toEqual(["small"]);
    ann.provider.serverUrl = roomy.syncUrl;
    ann.provider.connect();
    await expect.poll(() => cat.ydoc.getMap("probe").has("large")).toBe(true);
    await cat.saved();
    for (const client of [ann, cat]) client.end();
    expect(await roomy.stop()).toBe(true);
    rmSync(directory, { recursive: true });
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { glimpseSchema } from "#shared/protocol/glimpse.ts";
import { limits } from "#shared/protocol/limits.ts";
import { type LinkName, linkNames } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { addCard } from "../../../tests/fixtures/model/build.ts";
import { FailingStore } from "../../../tests/support/failing-store.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";
import { stockClient, synced } from "../../../tests/support/wire-client.ts";
import { openMemoryStores } from "../../storage/memory/open-memory-stores.ts";

class CountingStore extends FailingStore {
  loads = 0;

  override load(...args: Parameters<FailingStore["load"]>): ReturnType<FailingStore["load"]> {
    this.loads++;
    return super.load(...args);
  }
}

let documents: CountingStore;
let server: TestServer;

async function start(config: Parameters<typeof startTestServer>[0] = {}): Promise<void> {
  documents = new CountingStore();
  server = await startTestServer({ stores: { ...openMemoryStores(), documents }, ...config });
}

beforeEach(() => start());
afterEach(() => server.stop());

/** A map of cards side by side, as a file makes it. */
function mapOfCards(count: number): Promise<TestMap> {
  const cards = Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    kind: "claim",
    text: `Claim ${index}`,
    at: [index * 300, 40],
    createdAt: 5,
  }));
  return server.createMap({
    content: JSON.stringify({ format: "counterpoint", version: 1, title: "", cards }),
  });
}

function glimpseOf(map: TestMap, link: LinkName = "view"): Promise<Response> {
  const headers = { authorization: `Bearer ${map.secrets[link]}` };
  return server.call("GET", `/api/maps/${map.id}/glimpse`, { headers });
}

describe("GET /api/maps/:id/glimpse", () => {
  it.each(linkNames)(
    "[H8] shows a large map to who came by its %s link, without loading it",
    async (link) => {
      const map = await mapOfCards(limits.minGlimpsedCards);
      const response = await glimpseOf(map, link);
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-store");
      const glimpse = glimpseSchema.safeParse(await response.json()).data;
      expect(glimpse).toMatchObject({ at: [0, 40], span: [(limits.minGlimpsedCards - 1) * 300, 0] });
      expect(glimpse?.map.records.get("c0" as never)).toMatchObject({ text: "Claim 0" });
      expect(documents.loads).toBe(0);
    },
  );

  it("[H8] has none of a small map", async () => {
    const response = await glimpseOf(await mapOfCards(3));
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });

  it("[H8] has none of a map that has changed since and is not open", async () => {
    const map = await mapOfCards(limits.minGlimpsedCards);
    await documents.append(map.id as MapId, [Uint8Array.of(0, 0)]);
    expect((await glimpseOf(map)).status).toBe(204);
    expect(documents.loads).toBe(0);
  });

  it("[H8] shows an open map as it is", async () => {
    const map = await mapOfCards(limits.minGlimpsedCards);
    const peer = await stockClient(server, map);
    await synced(peer);
    peer.map.apply(addCard("new", "claim", "Come since", [0, 0]), "user");
    await peer.saved();
    const glimpse = glimpseSchema.safeParse(await (await glimpseOf(map)).json()).data;
    expect(glimpse?.map.records.get("new" as never)).toMatchObject({ text: "Come since" });
    peer.end();
  });

  it("[A4] shows nothing to who may not read the map", async () => {
    const map = await mapOfCards(limits.minGlimpsedCards);
    const path = `/api/maps/${map.id}/glimpse`;
    const other = await mapOfCards(1);
    for (const bearer of ["wrong", other.secrets.owner]) {
      const response = await server.call("GET", path, { headers: { authorization: `Bearer ${bearer}` } });
      expect(response.status).toBe(401);
    }
    expect((await server.call("GET", path)).status).toBe(401);
    const owner = { authorization: `Bearer ${map.secrets.owner}` };
    await server.call("DELETE", `/api/maps/${map.id}`, { headers: owner });
    expect((await glimpseOf(map)).status).toBe(410);
  });

  it("[A9] limits how often an address may ask", async () => {
    await server.stop();
    await start({ config: { sessionsPerMinute: 1 } });
    const map = await mapOfCards(3);
    expect((await glimpseOf(map)).status).toBe(204);
    expect((await glimpseOf(map)).status).toBe(429);
  });
});

import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { closeCode } from "#shared/protocol/close-codes.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { RedisInstance } from "../support/redis-instance.ts";
import { type SharedServers, sharedServers } from "../support/shared-servers.ts";
import type { TestMap, TestServer } from "../support/test-server.ts";
import { type StockClient, stockClient, synced } from "../support/wire-client.ts";

/** What the poll alone may take, on a busy machine. */
const withoutBell = { timeout: 5_000 };

describe("two servers with one database", () => {
  let servers: SharedServers;

  beforeEach(async () => {
    servers = await sharedServers();
  });
  afterEach(() => servers.end());

  async function join(server: TestServer, map: TestMap, link: LinkName = "edit"): Promise<StockClient> {
    const client = await stockClient(server, map, link);
    servers.atEnd(client.end);
    await synced(client);
    return client;
  }

  async function annHereBenThere(redisUrl: string | undefined) {
    const [here, there] = [await servers.start(redisUrl), await servers.start(redisUrl)];
    const map = await here.createMap({ title: "Shared" });
    return { here, there, map, ann: await join(here, map), ben: await join(there, map) };
  }

  function closeCodeOf({ provider }: StockClient): Promise<number | undefined> {
    return new Promise((resolve) => {
      provider.on("connection-close", (event) => resolve(event?.code));
    });
  }

  it("[P1] [S12] show each other's edits, whichever of them a map was made at", async () => {
    const { ann, ben } = await annHereBenThere(inject("redisUrl"));
    ann.ydoc.getMap("probe").set("ann", 1);
    ben.ydoc.getMap("probe").set("ben", 2);
    for (const { ydoc } of [ann, ben])
      await expect.poll(() => ydoc.getMap("probe").toJSON()).toEqual({ ann: 1, ben: 2 });
  });

  it("[P2] [S12] find each other's edits without Redis", async () => {
    const { ann, ben } = await annHereBenThere(undefined);
    ann.ydoc.getMap("probe").set("ann", 1);
    await expect.poll(() => ben.ydoc.getMap("probe").toJSON(), withoutBell).toEqual({ ann: 1 });
    ben.ydoc.getMap("probe").set("ben", 2);
    await expect.poll(() => ann.ydoc.getMap("probe").toJSON(), withoutBell).toEqual({ ann: 1, ben: 2 });
  });

  it("[F11] [F23] [P2] [S12] lose nothing, and let people in, while Redis is away and when it comes back", async () => {
    const redis = await RedisInstance.start();
    const { there, map, ann, ben } = await annHereBenThere(redis.url);
    await redis.crash();
    ann.ydoc.getMap("probe").set("while away", 1);
    await ann.saved();
    await expect.poll(() => ben.ydoc.getMap("probe").has("while away"), withoutBell).toBe(true);
    const cat = await join(there, map);
    expect(cat.ydoc.getMap("probe").has("while away")).toBe(true);
    await redis.resume();
    cat.ydoc.getMap("probe").set("back", 1);
    await expect.poll(() => ann.ydoc.getMap("probe").has("back"), withoutBell).toBe(true);
    await redis.stop();
  });

  it("[P3] [S12] carry a change to each other that is too large for a message", async () => {
    const { ann, ben } = await annHereBenThere(inject("redisUrl"));
    ann.ydoc.getMap("probe").set("large", "x".repeat(600_000));
    await expect.poll(() => ben.ydoc.getMap("probe").has("large")).toBe(true);
  });

  it("[P4] [W9] show each other who is there, and who was there with a server that has ended", async () => {
    const { here, ann, ben } = await annHereBenThere(inject("redisUrl"));
    const isSeen = (): boolean => ben.provider.awareness.getStates().has(ann.ydoc.clientID);
    ann.provider.awareness.setLocalState({ name: "Ann" });
    await expect.poll(isSeen, withoutBell).toBe(true);
    ann.provider.shouldConnect = false;
    await here.stop();
    await expect.poll(isSeen).toBe(false);
  });

  it("[P2] [A8] send away at each of them whoever came by a link that is changed at one", async () => {
    const { here, map, ben } = await annHereBenThere(inject("redisUrl"));
    const closed = closeCodeOf(ben);
    const answer = await here.post(`/api/maps/${map.id}/links/edit`, { secret: map.secrets.owner });
    expect(answer.status).toBe(200);
    expect(await closed).toBe(closeCode.forbidden);
  });

  it("[P2] [A7] send away at each of them whoever is in a map that is deleted at one", async () => {
    const { here, map, ben } = await annHereBenThere(inject("redisUrl"));
    const closed = closeCodeOf(ben);
    const headers = { authorization: `Bearer ${map.secrets.owner}` };
    expect((await here.call("DELETE", `/api/maps/${map.id}`, { headers })).ok).toBe(true);
    expect(await closed).toBe(closeCode.notFound);
  });

  it("[P1] [R3] are restarted one after the other without losing an edit", async () => {
    const { here, there, map, ann, ben } = await annHereBenThere(inject("redisUrl"));
    ann.ydoc.getMap("probe").set("before", 1);
    // Nobody has asked whether this is saved.
    expect(await here.stop()).toBe(true);
    const again = await servers.start(inject("redisUrl"));
    ann.provider.serverUrl = again.syncUrl;
    ann.ydoc.getMap("probe").set("between", 1);
    ben.ydoc.getMap("probe").set("at the other", 1);
    expect(await there.stop()).toBe(true);
    ben.provider.serverUrl = again.syncUrl;
    const cat = await join(again, map);
    const all = { before: 1, between: 1, "at the other": 1 };
    for (const { ydoc } of [ann, ben, cat])
      await expect.poll(() => ydoc.getMap("probe").toJSON(), { timeout: 10_000 }).toEqual(all);
  });
});

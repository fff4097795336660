import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { audienceParams } from "#shared/protocol/audience-line.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { type Talk, TalkDoc } from "#shared/talk/index.ts";
import { silentLog } from "../../server/logging.ts";
import { openPostgresStores } from "../../server/storage/postgres/open-postgres-stores.ts";
import { createDatabase } from "../support/postgres-instance.ts";
import { RedisInstance } from "../support/redis-instance.ts";
import { startTestServer, type TestMap, type TestServer } from "../support/test-server.ts";
import { protocolsOf, type StockClient, stockClient, synced } from "../support/wire-client.ts";

/** What the poll alone may take, on a busy machine. */
const withoutBell = { timeout: 5_000 };

describe("two servers with one database", () => {
  let databaseUrl: string;
  let servers: TestServer[];
  let clients: StockClient[];
  let listeners: (() => void)[];

  beforeEach(async () => {
    databaseUrl = await createDatabase(inject("postgresUrl"));
    servers = [];
    clients = [];
    listeners = [];
  });
  afterEach(async () => {
    for (const client of clients) client.end();
    for (const end of listeners) end();
    for (const server of servers) await server.stop();
  });

  async function start(redisUrl: string | undefined): Promise<TestServer> {
    const stores = await openPostgresStores({ url: databaseUrl, log: silentLog });
    const server = await startTestServer({ stores, config: { databaseUrl, redisUrl, roomIdleMs: 0 } });
    servers.push(server);
    return server;
  }

  async function join(server: TestServer, map: TestMap, link: LinkName = "edit"): Promise<StockClient> {
    const client = await stockClient(server, map, link);
    clients.push(client);
    await synced(client);
    return client;
  }

  async function annHereBenThere(redisUrl: string | undefined) {
    const [here, there] = [await start(redisUrl), await start(redisUrl)];
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
    servers = servers.filter((server) => server !== here);
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
    const again = await start(inject("redisUrl"));
    ann.provider.serverUrl = again.syncUrl;
    ann.ydoc.getMap("probe").set("between", 1);
    ben.ydoc.getMap("probe").set("at the other", 1);
    expect(await there.stop()).toBe(true);
    ben.provider.serverUrl = again.syncUrl;
    const cat = await join(again, map);
    const all = { before: 1, between: 1, "at the other": 1 };
    for (const { ydoc } of [ann, ben, cat])
      await expect.poll(() => ydoc.getMap("probe").toJSON(), { timeout: 10_000 }).toEqual(all);
    servers = [again];
  });

  it("[T11] [T13] [P1] count each vote once, at whichever of them it is given, and close for both at once", async () => {
    const [here, there] = [await start(inject("redisUrl")), await start(inject("redisUrl"))];
    const { map, call } = await mapWithClaim(here);
    const asked = await Promise.all(
      [here, there].map((server) => call(server, 0, "POST", "/polls", { card: "a" })),
    );
    const [{ id }, other] = (await Promise.all(asked.map((response) => response.json()))) as [
      { id: string },
      { id: string },
    ];
    expect(other.id).toBe(id);
    const voters = Array.from({ length: 12 }, (_, who) => who);
    // Each votes at both at once: it counts once, as what came last.
    const votes = voters.flatMap((who) =>
      [here, there].map((server) => call(server, who, "PUT", `/polls/${id}/ballot`, { stance: "agree" })),
    );
    for (const { status } of await Promise.all(votes)) expect(status).toBe(200);
    for (const server of [here, there]) {
      const room = await listenToTalk(server, map);
      await expect
        .poll(() => room().polls, withoutBell)
        .toMatchObject([{ id, voted: { before: 12 }, result: null }]);
    }
    const [closed, ...late] = await Promise.all([
      call(here, 0, "POST", `/polls/${id}/reveal`),
      ...voters.map((who) => call(there, who, "PUT", `/polls/${id}/ballot`, { stance: "disagree" })),
    ]);
    const changed = late.filter(({ status }) => status === 200).length;
    const { result } = (await closed.json()) as { result: { before: Record<string, number> } };
    // Whatever was taken before it closed is in the result, and nothing after.
    expect(result.before).toMatchObject({ agree: 12 - changed, disagree: changed });
    expect(late.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const room = await listenToTalk(there, map);
    await expect
      .poll(() => room().polls, withoutBell)
      .toMatchObject([{ state: "revealed", result: { before: result.before } }]);
  });

  it("[T15] [T13] [P1] keep both votes apart when the moment turns at one while people vote at the other", async () => {
    const [here, there] = [await start(inject("redisUrl")), await start(inject("redisUrl"))];
    const { map, call } = await mapWithClaim(here);
    const asked = await call(here, 0, "POST", "/polls", { card: "a" });
    const { id } = (await asked.json()) as { id: string };
    const voters = Array.from({ length: 8 }, (_, who) => who);
    for (const who of voters)
      expect((await call(there, who, "PUT", `/polls/${id}/ballot`, { stance: "disagree" })).status).toBe(200);
    const [turned, ...late] = await Promise.all([
      call(here, 0, "PATCH", `/polls/${id}`, { moment: "after" }),
      ...voters.map((who) =>
        call(there, who, "PUT", `/polls/${id}/ballot`, { stance: "neutral", moment: "before" }),
      ),
    ]);
    expect(turned.status).toBe(200);
    expect(late.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const neutral = late.filter(({ status }) => status === 200).length;
    const again = voters.flatMap((who) =>
      [here, there].map((server) =>
        call(server, who, "PUT", `/polls/${id}/ballot`, { stance: "agree", moment: "after" }),
      ),
    );
    for (const { status } of await Promise.all(again)) expect(status).toBe(200);
    const revealed = await call(there, 0, "POST", `/polls/${id}/reveal`);
    expect(await revealed.json()).toMatchObject({
      voted: { before: 8, after: 8, both: 8 },
      result: {
        ...{ before: { disagree: 8 - neutral, neutral }, after: { agree: 8 } },
        swing: { points: 100, verdict: "more-agree", voters: 8 },
      },
    });
    for (const server of [here, there]) {
      const room = await listenToTalk(server, map);
      await expect
        .poll(() => room().polls, withoutBell)
        .toMatchObject([{ state: "revealed", moment: "after", result: { after: { agree: 8 } } }]);
    }
  });

  /** A map with one claim, and the calls of people who came by its link for editors, each with a device. */
  async function mapWithClaim(server: TestServer) {
    const content = JSON.stringify({
      ...{ format: "counterpoint", version: 1, title: "Shared", createdAt: 5 },
      cards: [{ id: "a", kind: "claim", text: "Openness is pragmatic", createdAt: 5 }],
    });
    const map = await server.createMap({ content });
    const call = (at: TestServer, who: number, method: string, below: string, body?: unknown) =>
      at.call(method, `/api/maps/${map.id}${below}`, {
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${map.secrets.edit}`,
          [participantHeader]: `the-secret-of-device-${who}`,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    return { map, call };
  }

  /** What is said about a map, as it is shown at one server. */
  async function listenToTalk(server: TestServer, map: TestMap): Promise<() => Talk> {
    const { token } = await server.openSession(map, "view");
    const ydoc = new Y.Doc();
    const provider = new WebsocketProvider(server.syncUrl, `${map.id}.talk`, ydoc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      protocols: protocolsOf(token),
      disableBc: true,
    });
    listeners.push(() => provider.destroy());
    await expect.poll(() => provider.synced).toBe(true);
    const talk = new TalkDoc(ydoc);
    return () => talk.read();
  }

  it("[F36] [P8] [W21] [A15] count a talk's audience together, let it in by one code, and lose whom a server takes along", async () => {
    const [here, there] = [await start(inject("redisUrl")), await start(inject("redisUrl"))];
    const map = await here.createMap({ title: "Talk" });
    const headers = { authorization: `Bearer ${map.secrets.edit}` };
    const made = await here.post(`/api/maps/${map.id}/join-codes`, { for: "audience" }, headers);
    const { code } = (await made.json()) as { code: string };
    const follow = async (server: TestServer): Promise<string> => {
      const { token } = (await (await server.post("/api/join", { code })).json()) as { token: string };
      const provider = new WebsocketProvider(server.syncUrl, map.id, new Y.Doc(), {
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        protocols: protocolsOf(token),
        params: { ...audienceParams },
        disableBc: true,
      });
      listeners.push(() => provider.destroy());
      await expect.poll(() => provider.synced, withoutBell).toBe(true);
      return token;
    };
    const tokens = [await follow(here), await follow(there), await follow(there)];
    const audienceAt = async (server: TestServer): Promise<unknown> =>
      (await server.call("GET", `/api/maps/${map.id}/audience`, { headers })).json();
    // Each says it at the other server than the one it is connected to, which is the same.
    for (const [index, server] of [there, here, here].entries())
      await server.call("PUT", `/api/maps/${map.id}/signal`, {
        headers: { authorization: `Bearer ${tokens[index]}`, "content-type": "application/json" },
        body: JSON.stringify({ signal: "lost" }),
      });
    const signals = { faster: 0, slower: 0, lost: 3 };
    for (const server of [here, there])
      await expect.poll(() => audienceAt(server), withoutBell).toEqual({ followers: 3, signals });
    const late = await start(inject("redisUrl"));
    await expect.poll(() => audienceAt(late), withoutBell).toEqual({ followers: 3, signals });
    for (const end of listeners.splice(1)) end();
    await expect.poll(() => audienceAt(late), withoutBell).toEqual({ followers: 1, signals });
    listeners.splice(0).forEach((end) => {
      end();
    });
    servers = servers.filter((server) => server !== here);
    await here.stop();
    await expect.poll(() => audienceAt(late), withoutBell).toMatchObject({ followers: 0 });
    // The talk is over, at whichever of them that is said.
    await late.call("DELETE", `/api/maps/${map.id}/join-codes`, { headers });
    expect((await there.post("/api/join", { code })).status).toBe(404);
  });
});

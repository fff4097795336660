import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { audienceParams } from "#shared/protocol/audience-line.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { type Talk, TalkDoc } from "#shared/talk/index.ts";
import { type SharedServers, sharedServers } from "../support/shared-servers.ts";
import type { TestMap, TestServer } from "../support/test-server.ts";
import { protocolsOf } from "../support/wire-client.ts";

/** What the poll alone may take, on a busy machine. */
const withoutBell = { timeout: 5_000 };

describe("a talk at two servers with one database", () => {
  let servers: SharedServers;

  beforeEach(async () => {
    servers = await sharedServers();
  });
  afterEach(() => servers.end());

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
    servers.atEnd(() => provider.destroy());
    await expect.poll(() => provider.synced).toBe(true);
    const talk = new TalkDoc(ydoc);
    return () => talk.read();
  }

  it("[T11] [T13] [P1] count each vote once, at whichever of them it is given, and close for both at once", async () => {
    const [here, there] = await servers.startTwo();
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
    const [here, there] = await servers.startTwo();
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

  it("[T15] [T13] [P1] take no ballot into a new round that was on its way at one when the other began it", async () => {
    const [here, there] = await servers.startTwo();
    const { map, call } = await mapWithClaim(here);
    const { id } = (await (await call(here, 0, "POST", "/polls", { card: "a" })).json()) as { id: string };
    const voters = Array.from({ length: 8 }, (_, who) => who);
    const [begun, ...late] = await Promise.all([
      call(here, 0, "POST", `/polls/${id}/reset?round=1`),
      ...voters.map((who) =>
        call(there, who, "PUT", `/polls/${id}/ballot`, { stance: "agree", round: 1, moment: "before" }),
      ),
    ]);
    expect(begun.status).toBe(200);
    expect(late.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await call(there, 0, "PUT", `/polls/${id}/ballot`, { stance: "agree", round: 2 })).status).toBe(
      200,
    );
    for (const server of [here, there]) {
      const room = await listenToTalk(server, map);
      await expect
        .poll(() => room().polls, withoutBell)
        .toMatchObject([{ round: 2, voted: { before: 1, after: 0 } }]);
    }
  });

  it("[T20] [T21] [P1] keep one queue of raised hands, and lower at one what was raised at the other", async () => {
    const [here, there] = await servers.startTwo();
    const { map, call } = await mapWithClaim(here);
    const raise = async (at: TestServer, who: number, about?: string) =>
      (
        (await (await call(at, who, "PUT", "/hand", { about, name: `Nr ${who}` })).json()) as {
          participant: string;
        }
      ).participant;
    const rooms = [await listenToTalk(here, map), await listenToTalk(there, map)];
    const seen = async (names: readonly string[]) => {
      for (const room of rooms)
        await expect.poll(() => room().hands.map(({ name }) => name), withoutBell).toEqual(names);
    };
    await raise(here, 1, "a");
    const second = await raise(there, 2);
    await raise(here, 3);
    await raise(there, 1);
    await seen(["Nr 1", "Nr 2", "Nr 3"]);
    expect((await call(here, 0, "DELETE", `/hands/${second}`)).status).toBe(204);
    await seen(["Nr 1", "Nr 3"]);
    expect((await call(there, 0, "DELETE", "/hands")).status).toBe(204);
    await seen([]);
  });

  it("[H14] [P1] [S12] make the file of a map anew, and tell of its votes, at either when it has changed at the other", async () => {
    const [here, there] = await servers.startTwo();
    const { map, call } = await mapWithClaim(here);
    const fileAt = async (server: TestServer) => (await call(server, 0, "GET", "/export/outline")).text();
    for (const server of [here, there]) expect(await fileAt(server)).toContain("Openness is pragmatic");
    const headers = { authorization: `Bearer ${map.secrets.edit}` };
    for (const [at, other, word] of [
      [here, there, "It saves work"],
      [there, here, "It lets others in"],
    ] as const) {
      const body = `- ${word}\n`;
      expect((await at.call("POST", `/api/maps/${map.id}/import/outline`, { headers, body })).ok).toBe(true);
      await expect.poll(() => fileAt(other), withoutBell).toContain(word);
    }
    const { id } = (await (await call(here, 0, "POST", "/polls", { card: "a" })).json()) as { id: string };
    for (const who of [1, 2, 3, 4, 5])
      await call(here, who, "PUT", `/polls/${id}/ballot`, { stance: "agree" });
    await call(here, 0, "POST", `/polls/${id}/reveal`);
    await expect
      .poll(async () => (await call(there, 0, "GET", "/report?format=md")).text(), withoutBell)
      .toContain("| agree | 5 |");
  });

  it("[F36] [P8] [W21] [A15] count a talk's audience together, let it in by one code, and lose whom a server takes along", async () => {
    const [here, there] = await servers.startTwo();
    const map = await here.createMap({ title: "Talk" });
    const headers = { authorization: `Bearer ${map.secrets.edit}` };
    const made = await here.post(`/api/maps/${map.id}/join-codes`, { for: "audience" }, headers);
    const { code } = (await made.json()) as { code: string };
    const leaving: (() => void)[] = [];
    const follow = async (server: TestServer): Promise<string> => {
      const { token } = (await (await server.post("/api/join", { code })).json()) as { token: string };
      const provider = new WebsocketProvider(server.syncUrl, map.id, new Y.Doc(), {
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        protocols: protocolsOf(token),
        params: { ...audienceParams },
        disableBc: true,
      });
      const leave = () => provider.destroy();
      servers.atEnd(leave);
      leaving.push(leave);
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
    const late = await servers.start(inject("redisUrl"));
    await expect.poll(() => audienceAt(late), withoutBell).toEqual({ followers: 3, signals });
    for (const leave of leaving.slice(1)) leave();
    await expect.poll(() => audienceAt(late), withoutBell).toEqual({ followers: 1, signals });
    leaving[0]?.();
    await here.stop();
    await expect.poll(() => audienceAt(late), withoutBell).toMatchObject({ followers: 0 });
    // The talk is over, at whichever of them that is said.
    await late.call("DELETE", `/api/maps/${map.id}/join-codes`, { headers });
    expect((await there.post("/api/join", { code })).status).toBe(404);
  });
});

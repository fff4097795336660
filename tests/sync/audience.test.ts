import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { AudienceResponse, JoinCodeResponse, JoinResponse } from "#shared/protocol/audience.ts";
import { audienceParams } from "#shared/protocol/audience-line.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { TalkDoc } from "#shared/talk/index.ts";
import { BareLine } from "../support/bare-line.ts";
import { startTestServer, type TestMap, type TestServer } from "../support/test-server.ts";
import { protocolsOf, type StockClient, stockClient, synced } from "../support/wire-client.ts";

const leaving = 1000;

let server: TestServer;
let map: TestMap;
let ends: (() => void)[];

beforeEach(async () => {
  ends = [];
  server = await startTestServer({ config: { trustProxy: true, sessionsPerMinute: 100_000 } });
  map = await server.createMap({ title: "Talk" });
});
afterEach(async () => {
  for (const end of ends) end();
  await server.stop();
});

/** A stock y-websocket client that follows, as the page of who joins does. */
async function follow(token: string, room: string = map.id): Promise<WebsocketProvider> {
  const provider = new WebsocketProvider(server.syncUrl, room, new Y.Doc(), {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    protocols: protocolsOf(token),
    params: { ...audienceParams },
    disableBc: true,
    maxBackoffTime: 200,
  });
  ends.push(() => provider.destroy());
  await expect.poll(() => provider.synced).toBe(true);
  return provider;
}

async function present(link: LinkName): Promise<StockClient> {
  const client = await stockClient(server, map, link);
  ends.push(client.end);
  await synced(client);
  return client;
}

async function join(): Promise<JoinResponse> {
  const headers = { authorization: `Bearer ${map.secrets.edit}` };
  const made = await server.post(`/api/maps/${map.id}/join-codes`, { for: "audience" }, headers);
  const { code } = (await made.json()) as JoinCodeResponse;
  return (await (await server.post("/api/join", { code })).json()) as JoinResponse;
}

async function audience(): Promise<AudienceResponse> {
  const headers = { authorization: `Bearer ${map.secrets.owner}` };
  const response = await server.call("GET", `/api/maps/${map.id}/audience`, { headers });
  return (await response.json()) as AudienceResponse;
}

function line(token: string, address: string, room: string): Promise<BareLine> {
  return BareLine.open({ port: server.port, room, token, address }, () => undefined);
}

describe("who follows a talk, on the wire", () => {
  it("[W21] [A15] comes by a code, sees the stage, and is counted and shown to nobody", async () => {
    const editor = await present("edit");
    const viewer = await present("view");
    const follower = await follow((await join()).token);
    editor.provider.awareness.setLocalState({ stage: { talk: "t", turn: 1 }, laser: [1, 2] });
    viewer.provider.awareness.setLocalState({ stage: { talk: "forged", turn: 9 } });
    follower.awareness.setLocalState({ stage: { talk: "forged", turn: 9 } });
    const seen = (): unknown => follower.awareness.getStates().get(editor.ydoc.clientID);
    await expect.poll(seen).toMatchObject({ stage: { talk: "t", turn: 1 }, laser: [1, 2] });
    const ofViewer = (): unknown => editor.provider.awareness.getStates().get(viewer.ydoc.clientID);
    await expect.poll(ofViewer).toMatchObject({ role: "viewer", stage: null, laser: null });
    expect((await audience()).followers).toBe(1);
    expect(follower.awareness.getStates().has(viewer.ydoc.clientID)).toBe(false);
    for (const { provider } of [editor, viewer])
      expect(provider.awareness.getStates().has(follower.doc.clientID)).toBe(false);
    follower.disconnect();
    await expect.poll(async () => (await audience()).followers).toBe(0);
  });

  it("[F36] [W21] who comes late, or again, is shown the stage as it is then", async () => {
    const editor = await present("edit");
    editor.provider.awareness.setLocalState({ stage: { talk: "t", turn: 3 } });
    const { token } = await join();
    const follower = await follow(token);
    const turn = (): unknown => follower.awareness.getStates().get(editor.ydoc.clientID)?.["stage"]?.turn;
    await expect.poll(turn).toBe(3);
    follower.disconnect();
    editor.provider.awareness.setLocalState({ stage: { talk: "t", turn: 4 } });
    follower.connect();
    await expect.poll(turn).toBe(4);
    expect((await audience()).followers).toBe(1);
  });

  it("[W21] [T20] hears what is said as well, and is one person all the same", async () => {
    const { token } = await join();
    await follow(token);
    const talk = new TalkDoc((await follow(token, `${map.id}.talk`)).doc);
    const raised = await server.call("PUT", `/api/maps/${map.id}/hand`, {
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        [participantHeader]: "the-secret-of-a-follower-s-device",
      },
      body: JSON.stringify({ name: "Ann" }),
    });
    expect(raised.status).toBe(200);
    await expect.poll(() => talk.read().hands).toMatchObject([{ name: "Ann", about: null }]);
    expect((await audience()).followers).toBe(1);
  });

  it("[W21] [W16] is as many from one address, and in one room, as a hall holds, beside those who edit there, and no more", async () => {
    const address = "10.7.7.7";
    const rooms = [map, await server.createMap()];
    const tokens = await Promise.all(
      rooms.map(async (room) => (await server.openSession(room, "view")).token),
    );
    const lines: BareLine[] = [];
    // Sessions have a limit of their own, so each opens as many as one may.
    const { maxAudienceSocketsPerAddress: most, maxSocketsPerToken: ofOne } = limits;
    for (let first = 0; first < most; first += ofOne) {
      const { token } = await server.openSession(map, "view");
      const come = Array.from({ length: ofOne }, () => line(token, address, `${map.id}?audience=1`));
      lines.push(...(await Promise.all(come)));
    }
    await expect.poll(async () => (await audience()).followers).toBe(most);
    const [token = "", other = ""] = tokens;
    // All places of the room that are for an audience are taken, and whoever presents still comes in.
    const late = await line(token, "10.7.7.8", `${map.id}?audience=1`);
    expect(await late.closed).toBe(closeCode.roomFull);
    await present("edit");
    await expect(line(other, address, `${rooms[1]?.id}?audience=1`)).rejects.toThrow(/not let in/);
    lines.push(await line(other, address, `${rooms[1]?.id}`));
    lines.push(await line(token, address, `${map.id}.talk?audience=1`));
    lines.push(await line(other, "10.7.7.8", `${rooms[1]?.id}?audience=1`));
    for (const each of lines) each.close(leaving);
    await Promise.all(lines.map(({ closed }) => closed));
    await expect.poll(async () => (await audience()).followers).toBe(0);
  });

  it("[W21] [W16] comes from one address so often a minute, and the next time is answered 429, but not elsewhere", async () => {
    const { token } = await server.openSession(map, "view");
    const come = async (address: string): Promise<void> => {
      const each = await line(token, address, `${map.id}?audience=1`);
      each.close(leaving);
      await each.closed;
    };
    const together = 20;
    for (let count = 0; count < limits.maxAudienceConnectsPerAddressPerMinute; count += together)
      await Promise.all(Array.from({ length: together }, () => come("10.8.8.8")));
    await expect(come("10.8.8.8")).rejects.toThrow(/not let in/);
    await come("10.8.8.9");
  });

  it("[A8] [A15] is sent away when the link is changed whose right the code gave", async () => {
    const follower = await follow((await join()).token);
    const closed = new Promise((resolve) => {
      follower.on("connection-close", (event) => resolve(event?.code));
    });
    await server.post(`/api/maps/${map.id}/links/view`, { secret: map.secrets.owner });
    expect(await closed).toBe(closeCode.forbidden);
    await expect.poll(async () => (await audience()).followers).toBe(0);
  });
});

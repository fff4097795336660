import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { subprotocol } from "#shared/protocol/messages.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { TalkDoc } from "#shared/talk/index.ts";
import { addCard, card } from "../fixtures/model/build.ts";
import { updateFrame } from "../support/frames.ts";
import { startTestServer, type TestMap, type TestServer } from "../support/test-server.ts";
import { opened, protocolsOf, rawClient, stockClient, synced } from "../support/wire-client.ts";

type Listener = Readonly<{ ydoc: Y.Doc; talk: TalkDoc; provider: WebsocketProvider }>;

describe("what is said about a map, on the wire", () => {
  let server: TestServer;
  let map: TestMap;
  const ends: (() => void)[] = [];

  beforeEach(async () => {
    server = await startTestServer();
    map = await server.createMap({ title: "Garden" });
    const client = await stockClient(server, map);
    ends.push(client.end);
    await synced(client);
    client.map.apply(addCard("a"), "user");
    await client.saved();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) end();
    await server.stop();
  });

  const room = (): string => `${map.id}.talk`;

  async function listen(link: LinkName): Promise<Listener> {
    const { token } = await server.openSession(map, link);
    const ydoc = new Y.Doc();
    const provider = new WebsocketProvider(server.syncUrl, room(), ydoc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      protocols: protocolsOf(token),
      disableBc: true,
    });
    ends.push(() => provider.destroy());
    await expect.poll(() => provider.synced).toBe(true);
    return { ydoc, talk: new TalkDoc(ydoc), provider };
  }

  async function say(text: string, on = "a"): Promise<Response> {
    return server.post(
      `/api/maps/${map.id}/threads`,
      { on: { type: "card", id: on }, text, author: "Ann" },
      { authorization: `Bearer ${map.secrets.comment}`, [participantHeader]: "the-secret-of-ann-s-device" },
    );
  }

  it("[T1] [T2] a comment is with everybody who listens when it is answered, and soon after", async () => {
    const listeners = await Promise.all((["view", "owner"] as const).map(listen));
    expect((await say("Is it so?")).status).toBe(201);
    for (const { talk } of listeners)
      await expect.poll(() => talk.read().threads[0]?.comments[0]?.text).toBe("Is it so?");
    // Whoever comes later finds it as well.
    expect((await listen("comment")).talk.read().threads).toHaveLength(1);
  });

  it.each(["owner", "edit", "comment", "view"] as const)(
    "[T1] a stock client with the link %s cannot write it",
    async (link) => {
      await say("Is it so?");
      const [writer, other] = [await listen(link), await listen("view")];
      const [id = ""] = [...writer.ydoc.getMap("comments").keys()];
      (writer.ydoc.getMap("comments").get(id) as Y.Map<unknown>).set("text", "forged");
      writer.ydoc.getMap("people").set("me", "Somebody else");
      // What comes after it in order shows that it did not come.
      await say("And this?");
      await expect.poll(() => other.talk.read().threads.length).toBe(2);
      expect(other.talk.read().threads[0]?.comments[0]?.text).toBe("Is it so?");
      expect((await listen("owner")).talk.read().people.size).toBe(1);
    },
  );

  it.each(["owner", "edit", "comment", "view"] as const)(
    "[T1] [T14] nobody forges a vote, a result or an end of it through the document, with the link %s neither",
    async (link) => {
      const asEditor = {
        authorization: `Bearer ${map.secrets.edit}`,
        [participantHeader]: "the-secret-of-ann-s-device",
      };
      const asked = await server.post(`/api/maps/${map.id}/polls`, { card: "a" }, asEditor);
      const { id } = (await asked.json()) as { id: string };
      const [writer, other] = [await listen(link), await listen("view")];
      const polls = writer.ydoc.getMap<Readonly<Record<string, unknown>>>("polls");
      const [key = "", shown] = [...polls.entries()][0] ?? [];
      polls.set(key, { ...shown, voted: { before: 99, after: 0, both: 0 }, revision: 99 });
      polls.set(`${id} 7`, { ...shown, state: "revealed", revision: 100 });
      polls.set("forged 7", { ...shown, createdAt: 9 });
      writer.ydoc.getMap("polls").set(id, 0);
      writer.ydoc.getMap("settings").set("viewersVote", true);
      const ballot = await server.call("PUT", `/api/maps/${map.id}/polls/${id}/ballot`, {
        headers: { ...asEditor, "content-type": "application/json" },
        body: JSON.stringify({ stance: "agree" }),
      });
      expect(ballot.status).toBe(200);
      await expect
        .poll(() => other.talk.read().polls)
        .toMatchObject([{ id, state: "open", voted: { before: 1 }, result: null }]);
      expect((await listen("owner")).talk.read()).toMatchObject({ polls: [{ id }], viewersVote: false });
      // All that anybody can read of it tells nothing of what was said.
      expect(JSON.stringify(other.ydoc.getMap("polls").toJSON())).not.toContain("agree");
    },
  );

  it("[T1] what was refused to one comes to nobody after a reconnect either", async () => {
    await say("Is it so?");
    const writer = await listen("edit");
    writer.ydoc.getMap("people").set("me", "Somebody else");
    writer.provider.disconnect();
    writer.provider.connect();
    await expect.poll(() => writer.provider.synced).toBe(true);
    expect((await listen("owner")).ydoc.getMap("people").has("me")).toBe(false);
  });

  it("[T6] a thread stays when its card is deleted", async () => {
    await say("Is it so?");
    const editor = await stockClient(server, map);
    ends.push(editor.end);
    await synced(editor);
    editor.map.apply({ type: "delete", ids: [card("a")] }, "user");
    await editor.saved();
    expect((await listen("view")).talk.read().threads).toHaveLength(1);
    expect((await say("And now?")).status).toBe(404);
  });

  it("[T1] [A12] lets in whom the map lets in, and no longer", async () => {
    const strange = rawClient(`${server.syncUrl}/${room()}`, [subprotocol]);
    expect(await strange.closed).toBe(closeCode.unauthenticated);
    const unknown = rawClient(`${server.syncUrl}/${"x".repeat(20)}.talk`, [subprotocol]);
    expect(await unknown.closed).toBe(closeCode.notFound);
    const { token } = await server.openSession(map, "view");
    const raw = rawClient(`${server.syncUrl}/${room()}`, protocolsOf(token));
    await opened(raw);
    await server.post(`/api/maps/${map.id}/links/view`, { secret: map.secrets.owner });
    expect(await raw.closed).toBe(closeCode.forbidden);
  });

  it("[T1] a map's own room takes no talk, and nobody makes a map of the name", async () => {
    const { token } = await server.openSession(map, "edit");
    const raw = rawClient(`${server.syncUrl}/${map.id}.talk.talk`, protocolsOf(token));
    expect(await raw.closed).toBe(closeCode.notFound);
    const writer = rawClient(`${server.syncUrl}/${room()}`, protocolsOf(token));
    await opened(writer);
    writer.ws.send(updateFrame(Uint8Array.of(0, 0)));
    await expect.poll(() => writer.received).toContain("denied");
  });
});

import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { subprotocol } from "#shared/protocol/messages.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { addCard } from "../fixtures/model/build.ts";
import { updateFrame } from "../support/frames.ts";
import { startTestServer, type TestMap, type TestServer } from "../support/test-server.ts";
import {
  opened,
  protocolsOf,
  type RawClient,
  rawClient,
  type StockClient,
  stockClient,
  synced,
} from "../support/wire-client.ts";

describe("the wire", () => {
  let server: TestServer;
  let map: TestMap;
  const clients: StockClient[] = [];

  beforeEach(async () => {
    server = await startTestServer();
    map = await server.createMap({ title: "Garden" });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.end();
    await server.stop();
  });

  async function join(link?: LinkName): Promise<StockClient> {
    const client = await stockClient(server, map, link);
    clients.push(client);
    await synced(client);
    return client;
  }

  async function joinRaw(link: LinkName = "edit"): Promise<RawClient> {
    const { token } = await server.openSession(map, link);
    const raw = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token));
    await opened(raw);
    return raw;
  }

  it("[W3] [W4] carries edits between two stock clients, both ways", async () => {
    const [ann, ben] = [await join(), await join()];
    expect(ben.map.meta.title).toBe("Garden");
    ann.map.apply(addCard("a"), "user");
    ben.map.apply(addCard("b"), "user");
    const ids = ["a", "b"] as CardId[];
    for (const { map: held } of [ann, ben])
      await expect.poll(() => ids.filter((id) => held.get(id) !== undefined)).toEqual(ids);
    expect(ann.map.toPlainMap()).toEqual(ben.map.toPlainMap());
  });

  it("[W3] uploads what a client did while it was offline", async () => {
    const [ann, ben] = [await join(), await join()];
    ann.provider.disconnect();
    ann.map.apply(addCard("a"), "user");
    ann.provider.connect();
    await expect.poll(() => ben.map.get("a" as CardId)).toBeDefined();
  });

  it("[W2] takes in one frame what a client owes, up to as much as a map may hold", async () => {
    const [ann, ben] = [await join(), await join()];
    ann.provider.disconnect();
    const text = "x".repeat(limits.maxDocumentBytes - 100_000);
    ann.ydoc.getMap("probe").set("much", text);
    ann.provider.connect();
    await expect.poll(() => ben.ydoc.getMap("probe").has("much"), { timeout: 10_000 }).toBe(true);
    await ann.saved();
    expect([ann.provider.wsconnected, ben.provider.wsconnected]).toEqual([true, true]);
  });

  it("[W10] shows presence, its end, and its return", async () => {
    const [ann, ben] = [await join(), await join("view")];
    const seen = (): unknown => ben.provider.awareness.getStates().get(ann.ydoc.clientID);
    ann.provider.awareness.setLocalState({ user: { name: "Ann" } });
    await expect.poll(seen).toEqual({ user: { name: "Ann" }, role: "editor" });
    ann.provider.disconnect();
    await expect.poll(seen).toBeUndefined();
    ann.provider.awareness.setLocalState({ user: { name: "Ann" } });
    ann.provider.connect();
    await expect.poll(seen).toBeDefined();
  });

  it("[F10] [F14] [W2] closes only the connection that breaks the protocol", async () => {
    const [ann, ben] = [await join(), await join()];
    const offences: readonly (readonly [string, (raw: RawClient) => void, number])[] = [
      ["unknown opcode", ({ ws }) => ws.send(Uint8Array.of(99, 1)), closeCode.malformed],
      ["opcode of the server", ({ ws }) => ws.send(Uint8Array.of(2, 0, 0)), closeCode.malformed],
      ["text", ({ ws }) => ws.send("hello"), closeCode.malformed],
      ["empty", ({ ws }) => ws.send(new Uint8Array()), closeCode.malformed],
      ["20 MiB", ({ ws }) => ws.send(new Uint8Array(20 * 1024 * 1024)), closeCode.tooBig],
      ["broken update", ({ ws }) => ws.send(updateFrame(randomBytes(500))), closeCode.malformed],
    ];
    for (const [name, offend, code] of offences) {
      const raw = await joinRaw();
      offend(raw);
      expect(await raw.closed, name).toBe(code);
    }
    ann.map.apply(addCard("a"), "user");
    await expect.poll(() => ben.map.get("a" as CardId)).toBeDefined();
    expect([ann.provider.wsconnected, ben.provider.wsconnected]).toEqual([true, true]);
  });

  it("[W2] survives random bytes", async () => {
    const [ann, ben] = [await join(), await join()];
    const tokens = await Promise.all(Array.from({ length: 5 }, () => server.openSession(map)));
    for (let round = 0; round < 20; round++) {
      const raws = tokens.map(({ token }) => rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token)));
      await Promise.all(raws.map(opened));
      for (const { ws } of raws)
        for (let count = 0; count < 20; count++) ws.send(randomBytes(1 + count * 13));
      const codes = await Promise.all(raws.map(({ closed }) => closed));
      expect(codes.every((code) => code === closeCode.malformed || code === closeCode.resync)).toBe(true);
    }
    ann.map.apply(addCard("a"), "user");
    await expect.poll(() => ben.map.get("a" as CardId)).toBeDefined();
  });

  it("[W7] lets a viewer read and not write, whatever client it uses", async () => {
    const [viewer, ben] = [await join("view"), await join()];
    viewer.map.apply(addCard("forbidden"), "user");
    ben.map.apply(addCard("allowed"), "user");
    await expect.poll(() => viewer.map.get("allowed" as CardId)).toBeDefined();
    await ben.saved();
    const late = await join();
    expect(late.map.get("forbidden" as CardId)).toBeUndefined();
    expect(viewer.provider.wsconnected).toBe(true);
  });

  it("[W13] takes every message of a client that sends faster than its rate", async () => {
    const [ann, ben] = [await join(), await join()];
    const count = limits.messageBurst + 2 * limits.messagesPerSecond;
    for (let index = 0; index < count; index++) ann.ydoc.getMap("probe").set(`key ${index}`, index);
    await ann.saved();
    await expect.poll(() => ben.ydoc.getMap("probe").size).toBe(count);
  });

  it("[W20] selects its own subprotocol and never the token's", async () => {
    const raw = await joinRaw();
    expect(raw.ws.protocol).toBe(subprotocol);
    raw.ws.close();
  });

  it("[W18] says by a close code why somebody may not come in", async () => {
    const { token } = await server.openSession(map);
    const other = await server.createMap();
    const { token: otherToken } = await server.openSession(other);
    const url = `${server.syncUrl}/${map.id}`;
    const foreign = { origin: "https://elsewhere.example" };
    const attempts: readonly (readonly [RawClient, number])[] = [
      [rawClient(url, [subprotocol]), closeCode.unauthenticated],
      [rawClient(url, protocolsOf("wrong")), closeCode.unauthenticated],
      [rawClient(url, protocolsOf(otherToken)), closeCode.unauthenticated],
      [rawClient(`${server.syncUrl}/no-such-map-at-all`, protocolsOf(token)), closeCode.notFound],
      [rawClient(`${server.syncUrl}/short`, protocolsOf(token)), closeCode.notFound],
      [rawClient(url, protocolsOf(token), foreign), closeCode.forbidden],
    ];
    for (const [raw, code] of attempts) {
      expect(await raw.closed).toBe(code);
      expect(raw.received).toEqual([]);
    }
  });

  it("[A4] lets a page of this server in by its cookie", async () => {
    const response = await server.post(`/api/maps/${map.id}/session`, { secret: map.secrets.edit });
    const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const headers = { cookie, origin: server.url };
    const raw = rawClient(`${server.syncUrl}/${map.id}`, [subprotocol], headers);
    await opened(raw);
    await expect.poll(() => raw.received).toEqual(["ask"]);
    raw.ws.close();
  });

  it("[W16] answers 429 to an address with too many connections", async () => {
    const url = `${server.syncUrl}/${map.id}`;
    const sessions = Array.from({ length: limits.maxSocketsPerAddress / limits.maxSocketsPerToken }, () =>
      server.openSession(map),
    );
    const raws = (await Promise.all(sessions)).flatMap(({ token }) =>
      Array.from({ length: limits.maxSocketsPerToken }, () => rawClient(url, protocolsOf(token))),
    );
    await Promise.all(raws.map(opened));
    const { token } = await server.openSession(map);
    await expect(opened(rawClient(url, protocolsOf(token)))).rejects.toThrow(/429/);
    for (const { ws } of raws) ws.terminate();
  });

  it("[W16] lets a session in as often as it may be, and not once more", async () => {
    const { token } = await server.openSession(map);
    const enter = (): RawClient => rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token));
    const raws = Array.from({ length: limits.maxSocketsPerToken }, enter);
    for (const { received } of raws) await expect.poll(() => received).toContain("ask");
    expect(await enter().closed).toBe(closeCode.roomFull);
    raws[0]?.ws.terminate();
    let isIn = false;
    while (!isIn) {
      const { ws, closed } = enter();
      const heard = new Promise<boolean>((resolve) => ws.once("message", () => resolve(true)));
      isIn = await Promise.race([heard, closed.then(() => false)]);
      if (isIn) ws.terminate();
    }
    for (const { ws } of raws) ws.terminate();
  });

  it("[W2] takes a frame of just as many bytes as it may have, and not one more", async () => {
    const [just, over] = [await joinRaw(), await joinRaw()];
    just.ws.send(new Uint8Array(limits.maxFrameBytes).fill(99));
    over.ws.send(new Uint8Array(limits.maxFrameBytes + 1).fill(99));
    // Read, and found to be nothing that is known.
    expect(await just.closed).toBe(closeCode.malformed);
    expect(await over.closed).toBe(closeCode.tooBig);
  });

  it("[A7] sends people out of a map that is deleted, for good", async () => {
    const ann = await join();
    const code = new Promise<number>((resolve) => {
      ann.provider.on("closed", (event) => resolve(event.code));
    });
    const headers = { authorization: `Bearer ${map.secrets.owner}` };
    expect((await server.call("DELETE", `/api/maps/${map.id}`, { headers })).status).toBe(200);
    expect(await code).toBe(closeCode.notFound);
    const late = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(map.secrets.owner));
    expect(await late.closed).toBe(closeCode.notFound);
  });

  it("[W8] [A8] shuts those out at once who came by a link that is changed, and nobody else", async () => {
    const [editor, viewer] = [await join("edit"), await join("view")];
    const code = new Promise<number>((resolve) => {
      editor.provider.on("closed", (event) => resolve(event.code));
    });
    const { token } = await server.openSession(map, "edit");
    await server.post(`/api/maps/${map.id}/links/edit`, { secret: map.secrets.owner });
    expect(await code).toBe(closeCode.forbidden);
    for (const old of [token, map.secrets.edit]) {
      const late = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(old));
      expect(await late.closed).toBe(closeCode.unauthenticated);
    }
    const owner = await join("owner");
    owner.map.apply(addCard("a"), "user");
    await expect.poll(() => viewer.map.get("a" as CardId)?.type).toBe("card");
  });

  it("[W8] [A10] sends editors of a map that is locked away, to come back as viewers until it is unlocked", async () => {
    const [editor, owner] = [await join("edit"), await join("owner")];
    const codes: (number | undefined)[] = [];
    editor.provider.on("connection-close", (event) => codes.push(event?.code));
    const setLocked = (method: string) =>
      server.call(method, `/api/maps/${map.id}/lock`, {
        headers: { authorization: `Bearer ${map.secrets.owner}` },
      });
    await setLocked("PUT");
    await expect.poll(() => codes).toEqual([closeCode.resync]);
    await expect.poll(() => editor.provider.synced).toBe(true);
    editor.map.apply(addCard("not-theirs"), "user");
    owner.map.apply(addCard("of-the-owner"), "user");
    await expect.poll(() => editor.map.get("of-the-owner" as CardId)?.type).toBe("card");
    await editor.saved();
    expect(owner.map.get("not-theirs" as CardId)).toBeUndefined();
    await setLocked("DELETE");
    await expect.poll(() => codes).toEqual([closeCode.resync, closeCode.resync]);
    await expect.poll(() => owner.map.get("not-theirs" as CardId)?.type).toBe("card");
  });
});

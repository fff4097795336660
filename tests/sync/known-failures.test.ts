import { afterEach, describe, expect, it } from "vitest";
import { closeCode } from "#shared/protocol/close-codes.ts";
import type { DocumentStore } from "../../server/rooms/index.ts";
import { StoreError } from "../../server/rooms/index.ts";
import { openMemoryStores } from "../../server/storage/memory/open-memory-stores.ts";
import { askFrame, updateFrame } from "../support/frames.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { opened, protocolsOf, rawClient } from "../support/wire-client.ts";

let server: TestServer;
afterEach(() => server.stop());

/** A gate before the documents: reading waits while it is shut. */
function gated(documents: DocumentStore): Readonly<{ documents: DocumentStore; shut: () => () => void }> {
  let open = Promise.resolve();
  const load = async (...args: Parameters<DocumentStore["load"]>) => {
    await open;
    return documents.load(...args);
  };
  const shut = (): (() => void) => {
    let release = (): void => undefined;
    open = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  };
  const guarded = new Proxy(documents, {
    get: (target, key) => {
      if (key === "load") return load;
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return { documents: guarded, shut };
}

describe("what has gone wrong elsewhere, on the wire", () => {
  it("[F9] [F12] [F13] what is sent while a map is being read is neither lost nor answered before", async () => {
    const stores = openMemoryStores();
    const { documents, shut } = gated(stores.documents);
    server = await startTestServer({ stores: { ...stores, documents } });
    const map = await server.createMap({ title: "Slow" });
    const { token } = await server.openSession(map);
    const release = shut();
    const client = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token));
    await opened(client);
    client.ws.send(askFrame(Uint8Array.of(0)));
    // The server has had its turns by the time it has answered others.
    for (let turn = 0; turn < 5; turn++) await server.call("GET", "/healthz");
    expect(client.received).toEqual([]);
    release();
    await expect.poll(() => client.received).toEqual(expect.arrayContaining(["ask", "answer"]));
    client.ws.terminate();
  });

  it("[F9] nothing of what somebody without access sends is read, however much it is", async () => {
    server = await startTestServer();
    const map = await server.createMap({});
    const client = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf("wrong"));
    client.ws.on("open", () => {
      for (let count = 0; count < 1_000; count++) client.ws.send(updateFrame(new Uint8Array(1_000)));
    });
    // Not `malformed`, as which it would be closed if anybody looked.
    expect(await client.closed).toBe(closeCode.unauthenticated);
  });

  it("[F22] a store that fails is no refusal: clients may come back", async () => {
    const stores = openMemoryStores();
    const findMap = stores.access.findMap.bind(stores.access);
    server = await startTestServer({ stores });
    const map = await server.createMap({});
    const { token } = await server.openSession(map);
    stores.access.findMap = () => Promise.reject(new StoreError("failed", "made to fail"));
    const client = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token));
    expect(await client.closed).toBe(closeCode.unavailable);
    stores.access.findMap = findMap;
    const again = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token));
    await opened(again);
    again.ws.terminate();
  });

  it("[F29] frames are not compressed, even for a client that offers it", async () => {
    server = await startTestServer();
    const map = await server.createMap({});
    const { token } = await server.openSession(map);
    const client = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token));
    await opened(client);
    expect(client.ws.extensions).toBe("");
    client.ws.terminate();
  });
});

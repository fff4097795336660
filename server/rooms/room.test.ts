import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { BenchPeer } from "../../tests/support/bench-peer.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { answerFrame, askFrame, barrierFrame, updateFrame } from "../../tests/support/frames.ts";
import { type BenchClient, readStored, roomBench, testMapId } from "../../tests/support/rooms.ts";

/** One update that sets a key, by a client of its own. */
function write(key: string, value: unknown = key, document = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(document);
  document.getMap("probe").set(key, value);
  return Y.encodeStateAsUpdate(document, before);
}

/** What a client holds after taking in all that it was sent. */
function contentOf(client: BenchClient, document = new Y.Doc()): Record<string, unknown> {
  for (const frame of client.socket.take())
    if (frame.type === "update" || frame.type === "answer") Y.applyUpdate(document, frame.bytes);
  return document.getMap("probe").toJSON();
}

const emptyVector = Uint8Array.of(0);

describe("Room", () => {
  it("[W3] asks whoever joins what he has, and answers with what he lacks", async () => {
    const { join } = await roomBench();
    const { socket, connection } = await join();
    expect(socket.take().map(({ type }) => type)).toEqual(["ask"]);
    connection.receive(askFrame(emptyVector));
    expect(socket.take().map(({ type }) => type)).toEqual(["answer"]);
  });

  it("[W3] answers all who come at once with one and the same frame, and never with an old one", async () => {
    const { join, scheduler } = await roomBench();
    const ask = async (): Promise<BenchClient> => {
      const client = await join();
      client.connection.receive(askFrame(emptyVector));
      return client;
    };
    const [ann, ben] = [await ask(), await ask()];
    expect(ben.socket.frames.at(-1)).toBe(ann.socket.frames.at(-1));
    ann.connection.receive(updateFrame(write("a")));
    const cat = await ask();
    expect(contentOf(cat)).toEqual({ a: "a" });
    const before = (await ask()).socket.frames.at(-1);
    await scheduler.advance(1_000);
    expect((await ask()).socket.frames.at(-1)).not.toBe(before);
  });

  it("[W4] passes updates of one turn on as one frame, and not to their only author", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, ben] = [await join(), await join()];
    const document = new Y.Doc();
    for (const key of ["a", "b", "c"]) ann.connection.receive(updateFrame(write(key, key, document)));
    await scheduler.settle();
    expect(ann.socket.takeOf("update")).toHaveLength(0);
    expect(ben.socket.frames).toHaveLength(2);
    expect(contentOf(ben)).toEqual({ a: "a", b: "b", c: "c" });
  });

  it("[W4] sends a frame of several authors to all of them", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, ben] = [await join(), await join()];
    ann.connection.receive(updateFrame(write("a")));
    ben.connection.receive(updateFrame(write("b")));
    await scheduler.settle();
    expect(contentOf(ann)).toEqual({ a: "a", b: "b" });
    expect(contentOf(ben)).toEqual({ a: "a", b: "b" });
  });

  it("[W2] closes only the connection that sends what cannot be read", async () => {
    const { join, scheduler } = await roomBench();
    const ben = await join();
    const frames = [
      Uint8Array.of(),
      Uint8Array.of(9),
      Uint8Array.of(2, 0, 0),
      Uint8Array.of(0, 7, 0),
      updateFrame(Uint8Array.of(255, 255, 255)),
      Uint8Array.of(...barrierFrame(Uint8Array.of(1)), 0),
      barrierFrame(new Uint8Array(limits.maxBarrierBytes + 1)),
    ];
    for (const frame of frames) {
      const ann = await join();
      ann.connection.receive(frame);
      expect(ann.socket.closed?.code).toBe(closeCode.malformed);
    }
    const cat = await join();
    cat.connection.receive(updateFrame(write("a")));
    await scheduler.settle();
    expect(ben.socket.closed).toBeUndefined();
    expect(contentOf(ben)).toEqual({ a: "a" });
  });

  it("[W2] takes nothing more from a connection that it has closed", async () => {
    const { join, scheduler, store } = await roomBench();
    const ann = await join();
    ann.connection.receive(Uint8Array.of(9));
    ann.connection.receive(updateFrame(write("a")));
    await scheduler.settle();
    expect((await readStored(store)).getMap("probe").size).toBe(0);
  });

  it("[F25] [W6] echoes a barrier when what came before it is stored, and not before", async () => {
    const store = new FailingStore();
    const { join, scheduler } = await roomBench({ store });
    const ann = await join();
    store.failWith = "failed";
    ann.connection.receive(updateFrame(write("a")));
    ann.connection.receive(barrierFrame(Uint8Array.of(1)));
    await scheduler.advance(3_000);
    expect(ann.socket.takeOf("barrier")).toEqual([]);
    store.failWith = undefined;
    await scheduler.advance(10_000);
    expect(ann.socket.takeOf("barrier")).toEqual([{ type: "barrier", bytes: Uint8Array.of(1) }]);
    expect((await readStored(store)).getMap("probe").toJSON()).toEqual({ a: "a" });
  });

  it("[W6] echoes a barrier at once when nothing waits to be stored", async () => {
    const { join } = await roomBench();
    const ann = await join("viewer");
    ann.socket.take();
    ann.connection.receive(barrierFrame(Uint8Array.of(7)));
    expect(ann.socket.takeOf("barrier")).toEqual([{ type: "barrier", bytes: Uint8Array.of(7) }]);
  });

  it("[W6] a barrier covers what others wrote before it", async () => {
    const store = new FailingStore();
    const { join, scheduler } = await roomBench({ store });
    const [ann, ben] = [await join(), await join()];
    store.failWith = "failed";
    ann.connection.receive(updateFrame(write("a")));
    ben.connection.receive(barrierFrame(Uint8Array.of(1)));
    await scheduler.settle();
    expect(ben.socket.takeOf("barrier")).toEqual([]);
  });

  it.each(["viewer", "commenter"] as const)(
    "[W7] drops the writes of a %s and says so once",
    async (role) => {
      const { join, scheduler, store } = await roomBench();
      const [ann, ben] = [await join(role), await join()];
      ann.socket.take();
      ann.connection.receive(answerFrame(write("x")));
      for (const key of ["a", "b"]) ann.connection.receive(updateFrame(write(key)));
      await scheduler.settle();
      expect(ann.socket.take().map(({ type }) => type)).toEqual(["denied"]);
      expect(ann.socket.closed).toBeUndefined();
      expect(contentOf(ben)).toEqual({});
      expect((await readStored(store)).getMap("probe").size).toBe(0);
    },
  );

  it("[W7] takes a viewer's empty answer for no attempt to write", async () => {
    const bench = await roomBench();
    const viewer = new BenchPeer();
    await viewer.connect(bench, "viewer");
    expect(viewer.denials).toEqual([]);
    expect(viewer.map.meta.title).toBe("Test");
  });

  it("[S6] stores what is pending, and what comes in with it later", async () => {
    const { join, scheduler, store } = await roomBench();
    const [ann, ben] = [await join(), await join()];
    const document = new Y.Doc();
    const [first, second] = [write("a", 1, document), write("b", 2, document)];
    ann.connection.receive(updateFrame(second));
    ann.connection.receive(barrierFrame(Uint8Array.of(1)));
    await scheduler.settle();
    expect(ann.socket.takeOf("barrier")).toHaveLength(1);
    const restarted = await readStored(store);
    Y.applyUpdate(restarted, first);
    expect(restarted.getMap("probe").toJSON()).toEqual({ a: 1, b: 2 });
    ben.connection.receive(updateFrame(first));
    await scheduler.settle();
    expect((await readStored(store)).getMap("probe").toJSON()).toEqual({ a: 1, b: 2 });
    const cat = await join();
    cat.connection.receive(askFrame(emptyVector));
    expect(contentOf(cat)).toEqual({ a: 1, b: 2 });
  });

  it("[W14] closes whoever sends more that leans on nothing than a room keeps", async () => {
    const { join, scheduler, store } = await roomBench();
    const [ann, ben] = [await join(), await join()];
    const document = new Y.Doc();
    write("a", 1, document);
    const leaning = write("b", "x".repeat(limits.maxPendingBytes + 1), document);
    ann.connection.receive(updateFrame(leaning));
    expect(ann.socket.closed?.code).toBe(closeCode.resync);
    ben.connection.receive(updateFrame(write("c", 3)));
    await scheduler.settle();
    expect(ben.socket.closed).toBeUndefined();
    expect((await readStored(store)).getMap("probe").toJSON()).toEqual({ c: 3 });
    // The same person, having synced afresh.
    const again = await join();
    again.connection.receive(answerFrame(Y.encodeStateAsUpdate(document)));
    await scheduler.settle();
    expect(again.socket.closed).toBeUndefined();
    expect((await readStored(store)).getMap("probe").get("a")).toBe(1);
  });

  it("[W15] takes nothing new into a map that is too large, until something is deleted", async () => {
    const { join, scheduler } = await roomBench();
    const document = new Y.Doc();
    const part = "x".repeat(limits.maxDocumentBytes / 4);
    const ann = await join();
    for (const key of ["a", "b", "c", "d"]) ann.connection.receive(updateFrame(write(key, part, document)));
    expect(ann.socket.closed).toBeUndefined();
    ann.connection.receive(updateFrame(write("e", "x".repeat(limits.maxUpdateBytesWhenFull))));
    expect(ann.socket.closed?.code).toBe(closeCode.documentFull);
    expect(ann.socket.takeOf("denied")).toHaveLength(1);
    const ben = await join();
    ben.connection.receive(answerFrame(Y.encodeStateAsUpdate(document)));
    ben.connection.receive(askFrame(emptyVector));
    expect(Object.keys(contentOf(ben))).toHaveLength(4);
    document.getMap("probe").delete("a");
    ben.connection.receive(updateFrame(Y.encodeStateAsUpdate(document, Y.encodeStateVector(document))));
    ben.connection.receive(updateFrame(write("e", 1)));
    await scheduler.settle();
    expect(ben.socket.closed).toBeUndefined();
  });

  it("[W15] leaves a full map room for small changes, since deleting is one, and not without end", async () => {
    const { join, scheduler, store } = await roomBench();
    const document = new Y.Doc();
    const ann = await join();
    ann.connection.receive(updateFrame(write("a", "x".repeat(limits.maxDocumentBytes), document)));
    ann.connection.receive(updateFrame(write("deletedAt", 1, document)));
    await scheduler.settle();
    expect(ann.socket.closed).toBeUndefined();
    expect((await readStored(store)).getMap("probe").get("deletedAt")).toBe(1);
    const small = "x".repeat(limits.maxUpdateBytesWhenFull - 100);
    const most = Math.ceil((limits.maxFullDocumentBytes - limits.maxDocumentBytes) / small.length);
    let taken = 0;
    for (; ann.socket.closed === undefined && taken <= most; taken++)
      ann.connection.receive(updateFrame(write(`small ${taken}`, small, document)));
    expect(ann.socket.closed?.code).toBe(closeCode.documentFull);
    expect(taken).toBeGreaterThan(most * 0.9);
  });

  it("[W15] takes no single change that would make a map larger than a full one may be", async () => {
    const { join } = await roomBench();
    const ann = await join();
    const document = new Y.Doc();
    const part = "x".repeat(limits.maxDocumentBytes * 0.6);
    ann.connection.receive(updateFrame(write("a", part, document)));
    ann.connection.receive(updateFrame(write("a", part, document)));
    expect(ann.socket.closed).toBeUndefined();
    ann.connection.receive(updateFrame(write("b", part, document)));
    expect(ann.socket.closed?.code).toBe(closeCode.documentFull);
  });

  it("[W15] takes a burst that leaves little behind", async () => {
    const { join } = await roomBench();
    const ann = await join();
    const document = new Y.Doc();
    const part = "x".repeat(limits.maxDocumentBytes / 4);
    for (let count = 0; count < 8; count++) ann.connection.receive(updateFrame(write("a", part, document)));
    expect(ann.socket.closed).toBeUndefined();
  });

  it("[F6] [S7] takes no more writes when too many bytes wait for the disk, and lets readers stay", async () => {
    const store = new FailingStore();
    const { join, scheduler } = await roomBench({ store });
    const [ann, viewer] = [await join(), await join("viewer")];
    store.failWith = "full";
    // Overwritten each time, so that the map itself stays small.
    const document = new Y.Doc();
    const part = "x".repeat(limits.maxDocumentBytes / 2);
    const count = Math.ceil(limits.maxUnsavedBytesPerRoom / part.length) + 1;
    for (let index = 0; index < count; index++) {
      expect(ann.socket.closed).toBeUndefined();
      ann.connection.receive(updateFrame(write("a", part, document)));
    }
    ann.connection.receive(updateFrame(write("last")));
    expect(ann.socket.closed?.code).toBe(closeCode.unavailable);
    expect(viewer.socket.closed).toBeUndefined();
    store.failWith = undefined;
    await scheduler.advance(10_000);
    const ben = await join();
    ben.connection.receive(updateFrame(write("b", 1)));
    await scheduler.settle();
    expect((await readStored(store)).getMap("probe").get("b")).toBe(1);
  });

  it("[W16] closes the connection that would be one too many", async () => {
    const { join } = await roomBench();
    for (let count = 0; count < limits.maxSocketsPerRoom; count++) await join();
    await expect(join()).rejects.toThrow(/as many places/);
  });

  it("[W8] closes the connections that are meant and no others", async () => {
    const { join, rooms } = await roomBench();
    const [ann, viewer] = [await join(), await join("viewer")];
    rooms.closeConnections(testMapId, ({ role }) => role === "viewer", closeCode.forbidden, "revoked");
    expect(viewer.socket.closed).toEqual({ code: closeCode.forbidden, reason: "revoked" });
    expect(ann.socket.closed).toBeUndefined();
  });

  it("[F16] [W11] says something before a client takes silence for a dead line", async () => {
    const { join, scheduler } = await roomBench();
    const { socket } = await join();
    socket.take();
    await scheduler.advance(15_000);
    expect(socket.take()).toEqual([{ type: "presence", states: new Map() }]);
  });
});

describe("a client that reads slowly", () => {
  it("[F30] [W12] gets nothing while it lags, then one diff, and holds what the others hold", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, slow] = [await join(), await join()];
    const mine = new Y.Doc();
    slow.connection.receive(askFrame(emptyVector));
    const document = new Y.Doc();
    slow.socket.bufferedBytes = limits.laggingAboveBytes + 1;
    ann.connection.receive(updateFrame(write("a", 1, document)));
    await scheduler.settle();
    contentOf(slow, mine);
    for (let index = 0; index < 50; index++) {
      ann.connection.receive(updateFrame(write(`b${index}`, index, document)));
      await scheduler.settle();
    }
    document.getMap("probe").delete("a");
    ann.connection.receive(updateFrame(Y.encodeStateAsUpdate(document)));
    await scheduler.settle();
    expect(slow.socket.takeOf("update")).toEqual([]);
    slow.socket.bufferedBytes = 0;
    await scheduler.advance(1_000);
    expect(slow.socket.frames).toHaveLength(1);
    expect(contentOf(slow, mine)).toEqual(document.getMap("probe").toJSON());
  });

  it("[W12] is answered what it asked once it can take it", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, slow] = [await join(), await join()];
    slow.socket.bufferedBytes = limits.laggingAboveBytes + 1;
    ann.connection.receive(updateFrame(write("a")));
    await scheduler.settle();
    slow.socket.take();
    for (let count = 0; count < 100; count++) slow.connection.receive(askFrame(emptyVector));
    expect(slow.socket.frames).toEqual([]);
    slow.socket.bufferedBytes = 0;
    await scheduler.advance(1_000);
    expect(slow.socket.frames).toHaveLength(1);
    expect(contentOf(slow)).toEqual({ a: "a" });
  });

  it("[W12] is closed when its backlog does not shrink", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, slow] = [await join(), await join()];
    slow.socket.bufferedBytes = limits.laggingAboveBytes + 1;
    ann.connection.receive(updateFrame(write("a")));
    await scheduler.advance(limits.lagDeadlineMs - 2_000);
    expect(slow.socket.closed).toBeUndefined();
    slow.socket.bufferedBytes -= 1;
    await scheduler.advance(limits.lagDeadlineMs - 2_000);
    expect(slow.socket.closed).toBeUndefined();
    await scheduler.advance(4_000);
    expect(slow.socket.closed?.code).toBe(closeCode.tooSlow);
    expect(ann.socket.closed).toBeUndefined();
  });

  it("[W12] is closed when too much waits for it", async () => {
    const { join, scheduler } = await roomBench();
    const slow = await join();
    slow.socket.bufferedBytes = limits.maxBufferedBytes + 1;
    await scheduler.advance(1_000);
    expect(slow.socket.closed?.code).toBe(closeCode.tooSlow);
  });
});

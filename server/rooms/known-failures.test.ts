import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ArgumentDoc } from "#shared/doc/index.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { addCard, card } from "../../tests/fixtures/model/build.ts";
import { BenchPeer } from "../../tests/support/bench-peer.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { askFrame, barrierFrame, presenceFrame, updateFrame } from "../../tests/support/frames.ts";
import { MemorySocket } from "../../tests/support/memory-socket.ts";
import { emptyDocument, participant, readStored, roomBench, testMapId } from "../../tests/support/rooms.ts";
import { LocalBus } from "../bus/local-bus.ts";
import { MemoryDocumentStore } from "../storage/memory/memory-document-store.ts";
import { readBusMessage } from "./bus-message.ts";

function write(key: string): Uint8Array {
  const document = new Y.Doc();
  document.getMap("probe").set(key, key);
  return Y.encodeStateAsUpdate(document);
}

/** A store whose appends wait until they are let through, once it holds them. */
class SlowStore extends MemoryDocumentStore {
  isHolding = false;
  readonly #held: (() => void)[] = [];

  override async append(...args: Parameters<MemoryDocumentStore["append"]>): Promise<number> {
    if (this.isHolding) await new Promise<void>((resolve) => this.#held.push(resolve));
    return super.append(...args);
  }

  letOneThrough(): void {
    this.#held.shift()?.();
  }
}

async function twoProcesses() {
  const store = new MemoryDocumentStore();
  const bus = new LocalBus();
  const here = await roomBench({ store, bus });
  const there = await roomBench({ store, bus, scheduler: here.scheduler });
  return { store, bus, here, there };
}

/** Failures that servers of this kind have had elsewhere; numbers as in docs/spec/known-failures.md. */
describe("what has gone wrong elsewhere", () => {
  it("[F2] an answer to one client's question reaches nobody else, in this process or another", async () => {
    const { bus, here, there } = await twoProcesses();
    const told: unknown[] = [];
    const [ann, ben, cat] = [await here.join(), await here.join(), await there.join()];
    ann.connection.receive(updateFrame(write("a")));
    await here.scheduler.settle();
    for (const { socket } of [ann, ben, cat]) socket.take();
    bus.subscribe(`map:${testMapId}`, (message) => told.push(readBusMessage(message)));
    ben.connection.receive(askFrame(Uint8Array.of(0)));
    await here.scheduler.settle();
    expect(ben.socket.takeOf("answer")).toHaveLength(1);
    expect([...ann.socket.take(), ...cat.socket.take(), ...told]).toEqual([]);
  });

  it("[F4] an edit by somebody who leaves at once reaches those at other processes", async () => {
    const { here, there } = await twoProcesses();
    const [ann, ben] = [await here.join(), new BenchPeer()];
    await ben.connect(there);
    ann.connection.receive(updateFrame(write("last word")));
    ann.connection.leave();
    await here.scheduler.settle();
    expect(ben.ydoc.getMap("probe").has("last word")).toBe(true);
  });

  it("[F8] a reader who comes, looks, points and is the last to leave has nothing stored", async () => {
    const store = new FailingStore();
    const { join, rooms, scheduler } = await roomBench({ store, idleMs: 1_000 });
    const before = store.attempts;
    const { connection } = await join("viewer");
    connection.receive(askFrame(Uint8Array.of(0)));
    connection.receive(presenceFrame([[77, 1, { name: "Vi" }]]));
    connection.leave();
    await scheduler.advance(60_000);
    expect([rooms.openRooms, store.attempts]).toEqual([0, before]);
  });

  it("[F11] news from another process hurts no room, whether nobody is in it or it cannot be read", async () => {
    const { bus, here, there } = await twoProcesses();
    const { connection } = await here.join();
    connection.leave();
    const ann = new BenchPeer();
    await ann.connect(there);
    const other = bus.subscribe(`map:${testMapId}`, () => undefined);
    for (const bytes of [[], [0], [0, 255, 255, 255, 255, 15, 1], [1, 3, 1, 1], [99]])
      other.publish(Uint8Array.from(bytes));
    ann.ydoc.getMap("probe").set("a", 1);
    await here.scheduler.advance(1_000);
    const ben = new BenchPeer();
    await ben.connect(here);
    expect(ben.ydoc.getMap("probe").get("a")).toBe(1);
  });

  it("[F18] an update of no bytes, or of bytes that are none, closes its sender and is not stored", async () => {
    const { join, scheduler, store } = await roomBench();
    const before = (await store.load(testMapId))?.head;
    for (const update of [[], [0], [255, 255, 255, 255, 15], [1, 255, 255, 255, 255, 15, 1, 0]]) {
      const { socket, connection } = await join();
      connection.receive(updateFrame(Uint8Array.from(update)));
      await scheduler.settle();
      expect(socket.closed?.code).toBe(closeCode.malformed);
    }
    expect((await store.load(testMapId))?.head).toBe(before);
  });

  it("[F20] a card that is moved 20 000 times leaves no trace of it in the document's size", () => {
    const ydoc = new Y.Doc();
    const map = new ArgumentDoc(ydoc, () => 1);
    map.apply(addCard("a"), "user");
    const { byteLength } = Y.encodeStateAsUpdate(ydoc);
    for (let step = 0; step < 20_000; step++)
      map.apply({ type: "moveCards", to: [[card("a"), [step, -step]]] }, "user");
    expect(Y.encodeStateAsUpdate(ydoc).byteLength - byteLength).toBeLessThan(100);
  });

  it("[F21] a map that cannot be read, or a record of it, keeps nobody out of another", async () => {
    const store = new MemoryDocumentStore();
    const bench = await roomBench({ store });
    const [broken, odd] = ["broken-map-01" as MapId, "odd-map-00001" as MapId];
    const garbage = Uint8Array.of(255, 255, 255, 255);
    await store.append(broken, [emptyDocument()]);
    await store.compact(broken, garbage, 1);
    await store.forgetPrevious(Date.now() + 1_000);
    await store.append(odd, [emptyDocument(), garbage]);
    const sockets = [broken, odd, testMapId].map((id) => ({ id, socket: new MemorySocket() }));
    await Promise.all(sockets.map(({ id, socket }) => bench.rooms.join(id, socket, participant("editor"))));
    expect(sockets.map(({ socket }) => socket.closed?.code)).toEqual([
      closeCode.unavailable,
      undefined,
      undefined,
    ]);
    const { socket, connection } = await bench.join();
    connection.receive(updateFrame(write("a")));
    connection.receive(barrierFrame(Uint8Array.of(1)));
    await bench.scheduler.settle();
    expect(socket.takeOf("barrier")).toHaveLength(1);
  });

  it("[F22] every close code is one that may be sent, and no fault that may pass tells a client to stay away", () => {
    for (const code of Object.values(closeCode)) {
      const isRegistered = [1001, 1009, 1013].includes(code);
      expect(isRegistered || (code >= 4000 && code <= 4999)).toBe(true);
    }
    const staysAway = (code: number): boolean => code >= 4400 && code <= 4499;
    expect([closeCode.unavailable, closeCode.resync, closeCode.tooSlow].some(staysAway)).toBe(false);
    expect([closeCode.unauthenticated, closeCode.forbidden, closeCode.notFound].every(staysAway)).toBe(true);
  });

  it("[F33] what comes while the store is writing is not taken for written", async () => {
    const store = new SlowStore();
    const { join, scheduler } = await roomBench({ store });
    store.isHolding = true;
    const { socket, connection } = await join();
    connection.receive(updateFrame(write("first")));
    await scheduler.settle();
    connection.receive(updateFrame(write("second")));
    connection.receive(barrierFrame(Uint8Array.of(1)));
    store.letOneThrough();
    await scheduler.settle();
    expect(socket.takeOf("barrier")).toEqual([]);
    expect([...(await readStored(store)).getMap("probe").keys()]).toEqual(["first"]);
    store.letOneThrough();
    await scheduler.settle();
    expect(socket.takeOf("barrier")).toHaveLength(1);
    expect([...(await readStored(store)).getMap("probe").keys()].sort()).toEqual(["first", "second"]);
  });
});

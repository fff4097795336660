import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { barrierFrame, presenceFrame, updateFrame } from "../../tests/support/frames.ts";
import { MemorySocket } from "../../tests/support/memory-socket.ts";
import { emptyDocument, participant, type RoomBench, roomBench } from "../../tests/support/rooms.ts";

/** A state of so many characters as JSON. */
function stateOf(length: number): object {
  const rest = JSON.stringify({ name: "" }).length;
  return { name: "x".repeat(length - rest) };
}

function write(key: string, value: unknown, document = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(document);
  document.getMap("probe").set(key, value);
  return Y.encodeStateAsUpdate(document, before);
}

describe("what one frame may hold, at the limit and one above", () => {
  let lastId = 0;
  // Of ids that nobody has announced yet: those of others are passed over.
  const shown = (count: number, state: object): Uint8Array =>
    presenceFrame(Array.from({ length: count }, () => [++lastId, 1, state]));
  it.each([
    ["a barrier", (over: number) => barrierFrame(new Uint8Array(limits.maxBarrierBytes + over))],
    ["presence", (over: number) => shown(1, stateOf(limits.maxAwarenessBytes + over))],
    ["presence of several", (over: number) => shown(limits.maxAwarenessClientsPerSocket + over, {})],
  ])("[W2] [W6] [W9] %s", async (_name, frameOf) => {
    const { join } = await roomBench();
    const [ann, ben] = [await join(), await join()];
    ann.connection.receive(frameOf(0));
    expect(ann.socket.closed).toBeUndefined();
    ben.connection.receive(frameOf(1));
    expect(ben.socket.closed?.code).toBe(closeCode.malformed);
  });

  it("[W6] as many open barriers as may be, and one more", async () => {
    const store = new FailingStore();
    const { join } = await roomBench({ store });
    const ann = await join();
    store.failWith = "failed";
    ann.connection.receive(updateFrame(write("a", 1)));
    const mostOpen = 1_000;
    for (let count = 0; count < mostOpen; count++) ann.connection.receive(barrierFrame(Uint8Array.of(1)));
    expect(ann.socket.closed).toBeUndefined();
    ann.connection.receive(barrierFrame(Uint8Array.of(1)));
    expect(ann.socket.closed?.code).toBe(closeCode.unavailable);
  });

  it("[W14] keeps what leans on something that never came up to the limit", async () => {
    const { join } = await roomBench();
    const ann = await join();
    const document = new Y.Doc();
    write("a", 1, document);
    const frame = 200;
    ann.connection.receive(updateFrame(write("b", "x".repeat(limits.maxPendingBytes - frame), document)));
    expect(ann.socket.closed).toBeUndefined();
    ann.connection.receive(updateFrame(write("c", "x".repeat(frame), document)));
    expect(ann.socket.closed?.code).toBe(closeCode.resync);
  });
});

describe("what all rooms may take together", () => {
  const heapBytes = 3 * (limits.heapBytesPerRoom + 1_000 * limits.heapBytesPerEncodedByte);

  async function visit({ rooms, store }: RoomBench, name: string): Promise<MemorySocket> {
    const id = name as MapId;
    if ((await store.load(id)) === undefined) await store.append(id, [emptyDocument()]);
    const socket = new MemorySocket();
    const connection = await rooms.join(id, socket, participant("editor"));
    socket.onClose = () => connection?.leave();
    return socket;
  }

  async function leave(bench: RoomBench, socket: MemorySocket): Promise<void> {
    socket.onClose();
    await bench.scheduler.settle();
  }

  it("[S16] puts away at once the room that nobody has used for longest, when another needs the memory", async () => {
    const bench = await roomBench({ budgets: { unsavedBytes: 1e9, heapBytes } });
    const names = ["map-number-1", "map-number-2", "map-number-3", "map-number-4"];
    const sockets: MemorySocket[] = [];
    for (const name of names) sockets.push(await visit(bench, name));
    expect(bench.rooms.opened()).toEqual(names);
    // The second is left first, so it is the one that goes.
    for (const index of [1, 0]) await leave(bench, sockets[index] ?? new MemorySocket());
    await visit(bench, "map-number-5");
    expect(bench.rooms.opened()).not.toContain("map-number-2");
    expect(bench.rooms.opened()).toContain("map-number-1");
    // Nothing is lost by it.
    expect((await visit(bench, "map-number-2")).closed).toBeUndefined();
  });

  it("[S16] opens no further room while all are in use, and closes with `unavailable`", async () => {
    const bench = await roomBench({ budgets: { unsavedBytes: 1e9, heapBytes } });
    for (const number of [1, 2, 3, 4])
      expect((await visit(bench, `map-number-${number}`)).closed).toBeUndefined();
    expect((await visit(bench, "map-number-5")).closed?.code).toBe(closeCode.unavailable);
    // Whoever comes to a room that is open takes no more of it.
    expect((await visit(bench, "map-number-1")).closed).toBeUndefined();
  });

  it("[S16] never puts a room away that has something unsaved", async () => {
    const store = new FailingStore();
    const bench = await roomBench({ store, budgets: { unsavedBytes: 1e9, heapBytes: 1 } });
    const { socket, connection } = await bench.join();
    await store.append("map-number-2" as MapId, [emptyDocument()]);
    store.failWith = "failed";
    connection.receive(updateFrame(write("a", 1)));
    await leave(bench, socket);
    expect((await visit(bench, "map-number-2")).closed?.code).toBe(closeCode.unavailable);
    expect(bench.rooms.figures().unsavedRecords).toBe(1);
  });

  it("[S7] takes no more writes in any room when too many bytes wait for the disk in all of them", async () => {
    const store = new FailingStore();
    const bench = await roomBench({
      store,
      budgets: { unsavedBytes: 10_000, heapBytes: Number.POSITIVE_INFINITY },
    });
    const [ann, ben] = [await bench.join(), await bench.join()];
    store.failWith = "full";
    ann.connection.receive(updateFrame(write("a", "x".repeat(9_000))));
    await bench.scheduler.advance(200);
    ann.connection.receive(updateFrame(write("b", "x".repeat(2_000))));
    expect(ann.socket.closed).toBeUndefined();
    await bench.scheduler.advance(200);
    ben.connection.receive(updateFrame(write("c", 1)));
    expect(ben.socket.closed?.code).toBe(closeCode.unavailable);
    store.failWith = undefined;
    await bench.scheduler.advance(10_000);
    const cat = await bench.join();
    cat.connection.receive(updateFrame(write("d", 1)));
    expect(cat.socket.closed).toBeUndefined();
  });
});

describe("presence in a crowd", () => {
  it("[W9] leaves 20 times a second where few are, and no faster than its share of the line where many are", async () => {
    const { join, scheduler } = await roomBench();
    const crowd = 40;
    const people = await Promise.all(Array.from({ length: crowd }, () => join()));
    const seconds = 4;
    const [first] = people;
    first?.socket.take();
    for (let turn = 1; turn <= seconds * 50; turn++) {
      for (const [index, { connection }] of people.entries())
        connection.receive(presenceFrame([[index + 1, turn, stateOf(limits.maxAwarenessBytes)]]));
      await scheduler.advance(20);
    }
    const bytes = first?.socket.frames.reduce((sum, frame) => sum + frame.byteLength, 0) ?? 0;
    expect((bytes * crowd) / seconds).toBeLessThan(limits.presenceBytesPerSecond * 1.2);
    expect(bytes).toBeGreaterThan(limits.maxAwarenessBytes * crowd);
    // What they come to show in the end is what the latest said.
    await scheduler.advance(30_000);
    const last = first?.socket.takeOf("presence").at(-1);
    expect([...(last?.states.values() ?? [])].every(({ clock }) => clock === seconds * 50)).toBe(true);
  });
});

describe("stopping", () => {
  it("[R3] sends people away one after the other, so that they do not come back all at once", async () => {
    const { join, rooms, scheduler } = await roomBench();
    const people = await Promise.all(Array.from({ length: 100 }, () => join()));
    const gone = (): number => people.filter(({ socket }) => socket.closed !== undefined).length;
    const drained = rooms.drain();
    await scheduler.advance(1);
    expect(gone()).toBeLessThan(10);
    await scheduler.advance((people.length * limits.drainMsPerConnection) / 2);
    expect(gone()).toBeGreaterThan(30);
    expect(gone()).toBeLessThan(70);
    await scheduler.advance(limits.drainSpreadMs);
    expect(gone()).toBe(people.length);
    await drained;
  });
});

import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { CardId } from "#shared/model/index.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { addCard } from "../../tests/fixtures/model/build.ts";
import { BenchPeer } from "../../tests/support/bench-peer.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { barrierFrame, updateFrame } from "../../tests/support/frames.ts";
import { MemorySocket } from "../../tests/support/memory-socket.ts";
import { participant, readStored, roomBench, testMapId } from "../../tests/support/rooms.ts";

function write(key: string): Uint8Array {
  const document = new Y.Doc();
  document.getMap("probe").set(key, key);
  return Y.encodeStateAsUpdate(document);
}

class CountingStore extends FailingStore {
  loads = 0;

  override load(...args: Parameters<FailingStore["load"]>): ReturnType<FailingStore["load"]> {
    this.loads++;
    return super.load(...args);
  }
}

async function withDeletedCard() {
  const bench = await roomBench();
  const peer = new BenchPeer(bench.scheduler.now);
  await peer.connect(bench);
  peer.map.apply(addCard("a"), "user");
  peer.map.apply(addCard("b"), "user");
  peer.map.apply({ type: "delete", ids: ["a" as CardId] }, "user");
  await bench.scheduler.settle();
  return { bench, peer };
}

describe("RoomRegistry", () => {
  it("[S11] loads a map once, however many come at once", async () => {
    const store = new CountingStore();
    const { join, rooms } = await roomBench({ store });
    store.loads = 0;
    await Promise.all([join(), join(), join()]);
    expect(store.loads).toBe(1);
    expect(rooms.openRooms).toBe(1);
  });

  it("[F15] [S11] puts a room away when it has been empty for a while, and opens it again with all that was in it", async () => {
    const { join, rooms, scheduler } = await roomBench({ idleMs: 30_000 });
    const ann = await join();
    ann.connection.receive(updateFrame(write("a")));
    ann.connection.leave();
    await scheduler.advance(29_000);
    expect(rooms.openRooms).toBe(1);
    await scheduler.advance(2_000);
    expect(rooms.openRooms).toBe(0);
    expect(await rooms.use(testMapId, (room) => room.read((map) => map.meta.title))).toBe("Test");
  });

  it("[S11] keeps a room that somebody comes back to", async () => {
    const store = new CountingStore();
    const { join, rooms, scheduler } = await roomBench({ store, idleMs: 30_000 });
    (await join()).connection.leave();
    await scheduler.advance(20_000);
    await join();
    await scheduler.advance(60_000);
    expect(rooms.openRooms).toBe(1);
    expect(store.loads).toBe(2); // one by the bench, one by the room
  });

  it("[F3] [F6] [S11] does not put a room away before it is saved, and lets people back into the same one", async () => {
    const store = new FailingStore();
    const { join, rooms, scheduler } = await roomBench({ store, idleMs: 1_000 });
    const ann = await join();
    store.failWith = "full";
    ann.connection.receive(updateFrame(write("a")));
    ann.connection.leave();
    await scheduler.advance(60_000);
    expect(rooms.openRooms).toBe(1);
    const ben = await join();
    store.failWith = undefined;
    await scheduler.advance(10_000);
    ben.connection.receive(barrierFrame(Uint8Array.of(1)));
    expect(ben.socket.takeOf("barrier")).toHaveLength(1);
    expect((await readStored(store)).getMap("probe").toJSON()).toEqual({ a: "a" });
    ben.connection.leave();
    await scheduler.advance(60_000);
    expect(rooms.openRooms).toBe(0);
  });

  it("[S13] takes out for good what was deleted long ago, once nobody is there", async () => {
    const { bench, peer } = await withDeletedCard();
    peer.drop();
    await bench.scheduler.advance(60_000);
    expect((await readStored(bench.store)).getMap("cards").has("a")).toBe(true);
    await bench.scheduler.advance(limits.keepDeletedMs);
    await peer.connect(bench);
    await bench.scheduler.settle();
    expect((await readStored(bench.store)).getMap("cards").has("a")).toBe(true);
    peer.drop();
    await bench.scheduler.advance(60_000);
    expect([...(await readStored(bench.store)).getMap("cards").keys()]).toEqual(["b"]);
  });

  it("[F1] [W18] closes with `unavailable` when a map cannot be read, and tries again for the next one", async () => {
    const store = new FailingStore();
    const { rooms, join } = await roomBench({ store });
    store.failLoads = true;
    const socket = new MemorySocket();
    expect(await rooms.join(testMapId, socket, participant("editor"))).toBeUndefined();
    expect(socket.closed?.code).toBe(closeCode.unavailable);
    expect(socket.frames).toEqual([]);
    store.failLoads = false;
    expect((await join()).socket.closed).toBeUndefined();
  });

  it("[F1] [S3] does not open a map that has no document as if it were empty", async () => {
    const { rooms } = await roomBench();
    const socket = new MemorySocket();
    await rooms.join("another-map-1" as MapId, socket, participant("owner"));
    expect(socket.closed?.code).toBe(closeCode.unavailable);
    expect(socket.frames).toEqual([]);
  });

  it("[W8] knows which maps somebody is in", async () => {
    const { rooms, join } = await roomBench();
    expect(rooms.visited()).toEqual([]);
    const { connection } = await join();
    expect(rooms.visited()).toEqual([testMapId]);
    connection.leave();
    expect(rooms.visited()).toEqual([]);
  });

  it("[F7] [R3] when draining, sends everybody away and waits until all is saved", async () => {
    const store = new FailingStore();
    const { rooms, join, scheduler } = await roomBench({ store });
    const { socket, connection } = await join();
    store.failWith = "failed";
    connection.receive(updateFrame(write("a")));
    let isDone = false;
    const draining = rooms.drain().then(() => {
      isDone = true;
    });
    await scheduler.advance(1_000);
    expect(socket.closed?.code).toBe(closeCode.unavailable);
    expect(isDone).toBe(false);
    const late = new MemorySocket();
    await rooms.join(testMapId, late, participant("editor"));
    expect(late.closed?.code).toBe(closeCode.unavailable);
    store.failWith = undefined;
    await scheduler.advance(10_000);
    await draining;
    expect((await readStored(store)).getMap("probe").size).toBe(1);
  });
});

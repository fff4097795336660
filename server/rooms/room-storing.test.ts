import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { CardId } from "#shared/model/index.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { BenchPeer } from "../../tests/support/bench-peer.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { askFrame, barrierFrame, presenceFrame, updateFrame } from "../../tests/support/frames.ts";
import { MemorySocket } from "../../tests/support/memory-socket.ts";
import { emptyDocument, participant, readStored, roomBench, testMapId } from "../../tests/support/rooms.ts";
import { LocalBus } from "../bus/local-bus.ts";
import { MemoryDocumentStore } from "../storage/memory/memory-document-store.ts";
import { DocumentFullError } from "./ports.ts";
import type { Room } from "./room.ts";

function addCard(id: string) {
  return (room: Room): Promise<boolean> =>
    room.edit(
      (map) =>
        map.apply(
          {
            type: "addCard",
            id: id as CardId,
            kind: "claim",
            text: id,
            at: [0, 0],
            by: { author: "", createdAt: 1 },
          },
          "import",
        ).ok,
    );
}

async function cardsOf(store: MemoryDocumentStore): Promise<readonly string[]> {
  const ydoc = await readStored(store);
  return [...ydoc.getMap("cards").keys()].sort();
}

/** Small updates of one document, enough of them to make the log long. */
function manyUpdates(count: number): readonly Uint8Array[] {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index++) document.getMap("probe").set(`key ${index % 100}`, index);
  return updates;
}

describe("compaction", () => {
  it("[F19] [S4] [S9] shortens a long log and loses nothing", async () => {
    const { join, scheduler, store } = await roomBench();
    const { connection } = await join();
    const updates = manyUpdates(limits.maxTailRecords + 500);
    for (const update of updates) {
      connection.receive(updateFrame(update));
      await scheduler.settle();
    }
    const stored = await store.load(testMapId);
    expect(stored?.snapshotSequence).toBeGreaterThanOrEqual(limits.maxTailRecords);
    expect(stored?.tail.length).toBeLessThan(600);
    const expected = new Y.Doc();
    for (const update of updates) Y.applyUpdate(expected, update);
    expect((await readStored(store)).getMap("probe").toJSON()).toEqual(expected.getMap("probe").toJSON());
  });

  it("[S9] keeps what is pending in the snapshot", async () => {
    const { join, scheduler, store } = await roomBench();
    const { connection } = await join();
    const document = new Y.Doc();
    const updates: Uint8Array[] = [];
    document.on("update", (update: Uint8Array) => updates.push(update));
    document.getMap("probe").set("first", 1);
    document.getMap("probe").set("second", 2);
    const [first, second] = updates;
    if (first === undefined || second === undefined) throw new Error("two updates were expected");
    // One record short of a compaction; then the encoded state is cached, which must not hide what comes after.
    for (const update of manyUpdates(limits.maxTailRecords - 2)) connection.receive(updateFrame(update));
    await scheduler.settle();
    connection.receive(askFrame(Uint8Array.of(0)));
    expect((await store.load(testMapId))?.snapshotSequence).toBe(0);
    connection.receive(updateFrame(second));
    await scheduler.settle();
    expect((await store.load(testMapId))?.tail).toEqual([]);
    const restarted = await readStored(store);
    Y.applyUpdate(restarted, first);
    expect(restarted.getMap("probe").get("second")).toBe(2);
  });

  it("[S7] goes on saving when compaction fails", async () => {
    class NeverCompacts extends MemoryDocumentStore {
      override compact(): Promise<void> {
        return Promise.reject(new Error("made to fail"));
      }
    }
    const { join, scheduler, store } = await roomBench({ store: new NeverCompacts() });
    const { socket, connection } = await join();
    for (const update of manyUpdates(limits.maxTailRecords + 10)) connection.receive(updateFrame(update));
    connection.receive(barrierFrame(Uint8Array.of(1)));
    await scheduler.settle();
    expect(socket.takeOf("barrier")).toHaveLength(1);
    expect((await store.load(testMapId))?.snapshot).toBeUndefined();
  });
});

describe("damage in the store", () => {
  it("[F19] [S5] sets a record aside that does not decode, and opens the map without it", async () => {
    const store = new MemoryDocumentStore();
    const bench = await roomBench({ store });
    const added = bench.rooms.use(testMapId, addCard("a"));
    await bench.scheduler.settle();
    await added;
    await store.append(testMapId, [Uint8Array.of(255, 255, 255, 255)]);
    const document = new Y.Doc();
    document.getMap("probe").set("after", 1);
    await store.append(testMapId, [Y.encodeStateAsUpdate(document)]);
    const next = await roomBench({ store });
    const peer = new BenchPeer();
    await peer.connect(next);
    expect(peer.map.get("a" as CardId)).toBeDefined();
    expect(peer.ydoc.getMap("probe").get("after")).toBe(1);
    expect((await store.load(testMapId))?.tail.map(({ sequence }) => sequence)).toEqual([1, 2, 4]);
  });

  it("[S5] opens a map whose bad record cannot even be set aside", async () => {
    class CannotSetAside extends MemoryDocumentStore {
      override quarantine(): Promise<void> {
        return Promise.reject(new Error("made to fail"));
      }
    }
    const store = new CannotSetAside();
    const bench = await roomBench({ store });
    await store.append(testMapId, [Uint8Array.of(255, 255, 255, 255)]);
    expect((await bench.join()).socket.closed).toBeUndefined();
  });

  it("[S5] [S15] opens a map whose snapshot does not decode by way of the one before, and mends it", async () => {
    const store = new MemoryDocumentStore();
    const bench = await roomBench({ store });
    const updates = manyUpdates(4).map((update) => [update]);
    for (const records of updates) await store.append(testMapId, records);
    await store.compact(testMapId, Y.encodeStateAsUpdate(await readStored(store)), 3);
    await store.compact(testMapId, Uint8Array.of(255, 255, 255, 255), 4);
    const { connection } = await bench.join();
    await bench.scheduler.settle();
    const mended = await store.load(testMapId);
    expect([mended?.head, mended?.snapshotSequence]).toEqual([6, 6]);
    connection.leave();
    const keys = [...(await readStored(store)).getMap("probe").keys()];
    expect(keys).toEqual(["key 0", "key 1", "key 2", "key 3"]);
    expect(await (await roomBench({ store })).join()).toBeDefined();
  });

  it("[S5] does not open a map whose snapshot does not decode when there is no other way", async () => {
    const store = new MemoryDocumentStore();
    const { rooms } = await roomBench({ store });
    await store.compact(testMapId, Uint8Array.of(255, 255, 255, 255), 1);
    await store.forgetPrevious(Date.now() + 1_000);
    const socket = new MemorySocket();
    expect(await rooms.join(testMapId, socket, participant("owner"))).toBeUndefined();
    expect(socket.closed?.code).toBe(closeCode.unavailable);
  });
});

describe("an edit by the server", () => {
  it("[W19] is stored and reaches everybody who has the map open", async () => {
    const store = new MemoryDocumentStore();
    const bench = await roomBench({ store });
    const peer = new BenchPeer();
    await peer.connect(bench);
    const edited = bench.rooms.use(testMapId, addCard("a"));
    await bench.scheduler.settle();
    expect(await edited).toBe(true);
    expect(peer.map.get("a" as CardId)).toBeDefined();
    expect(await cardsOf(store)).toEqual(["a"]);
  });

  it("[W19] leaves no trace when it cannot be stored", async () => {
    const store = new FailingStore();
    const bench = await roomBench({ store });
    const peer = new BenchPeer();
    await peer.connect(bench);
    store.failWith = "full";
    const edited = bench.rooms.use(testMapId, addCard("a")).catch((error: unknown) => error);
    await bench.scheduler.settle();
    expect(await edited).toMatchObject({ code: "full" });
    store.failWith = undefined;
    await bench.scheduler.advance(10_000);
    expect(peer.map.get("a" as CardId)).toBeUndefined();
    expect(await cardsOf(store)).toEqual([]);
    const again = bench.rooms.use(testMapId, addCard("a"));
    await bench.scheduler.settle();
    expect(await again).toBe(true);
  });

  it("[W15] [W19] is refused when it would make the map too large, alone or with others on their way", async () => {
    const bench = await roomBench();
    const { connection } = await bench.join();
    const probe = new Y.Doc();
    probe.getMap("probe").set("much", "x".repeat(limits.maxDocumentBytes - 1_500));
    connection.receive(updateFrame(Y.encodeStateAsUpdate(probe)));
    await bench.scheduler.settle();
    const edits = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map((id) =>
      bench.rooms.use(testMapId, addCard(id)).catch((error: unknown) => error),
    );
    await bench.scheduler.settle();
    const results = await Promise.all(edits);
    const refused = results.filter((result) => result instanceof DocumentFullError);
    expect(results[0]).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
    const stored = await readStored(bench.store);
    expect(stored.getMap("cards").size).toBe(results.length - refused.length);
    expect(Y.encodeStateAsUpdate(stored).byteLength).toBeLessThanOrEqual(limits.maxDocumentBytes);
  });

  it("[S7] [W19] is refused while too much waits for the disk, with the disk's fault", async () => {
    const store = new FailingStore();
    const bench = await roomBench({ store });
    const { connection } = await bench.join();
    store.failWith = "full";
    const probe = new Y.Doc();
    probe.on("update", (update: Uint8Array) => connection.receive(updateFrame(update)));
    const part = "x".repeat(limits.maxDocumentBytes / 2);
    for (let bytes = 0; bytes <= limits.maxUnsavedBytesPerRoom; bytes += part.length)
      probe.getMap("probe").set("a", part);
    await bench.scheduler.settle();
    // Refused without a try, so the answer comes although no time goes by for one.
    const edited = bench.rooms.use(testMapId, addCard("a")).catch((error: unknown) => error);
    expect(await edited).toMatchObject({ code: "full" });
    store.failWith = undefined;
    await bench.scheduler.advance(10_000);
    expect((await readStored(store)).getMap("cards").size).toBe(0);
  });

  it("[W6] [W19] a failed edit lets no barrier be answered for what is still waiting", async () => {
    const store = new FailingStore();
    const bench = await roomBench({ store });
    const { socket, connection } = await bench.join();
    const document = new Y.Doc();
    document.getMap("probe").set("a", 1);
    store.failWith = "full";
    connection.receive(updateFrame(Y.encodeStateAsUpdate(document)));
    const edited = bench.rooms.use(testMapId, addCard("a")).catch(() => "refused");
    await Promise.resolve();
    connection.receive(barrierFrame(Uint8Array.of(1)));
    await bench.scheduler.advance(2_000);
    expect(await edited).toBe("refused");
    expect(socket.takeOf("barrier")).toEqual([]);
    store.failWith = undefined;
    await bench.scheduler.advance(10_000);
    expect(socket.takeOf("barrier")).toHaveLength(1);
    expect((await readStored(store)).getMap("probe").get("a")).toBe(1);
  });

  it("[W17] is refused by a map of a later version, which is relayed all the same", async () => {
    const bench = await roomBench();
    const [ann, ben] = [new BenchPeer(), new BenchPeer()];
    await ann.connect(bench);
    await ben.connect(bench);
    ann.ydoc.getMap("meta").set("schemaVersion", 999);
    await bench.scheduler.settle();
    expect(ben.ydoc.getMap("meta").get("schemaVersion")).toBe(999);
    expect(await bench.rooms.use(testMapId, addCard("a"))).toBe(false);
    ann.ydoc.getMap("of the future").set("a", 1);
    await bench.scheduler.settle();
    expect((await readStored(bench.store)).getMap("of the future").get("a")).toBe(1);
  });
});

describe("two processes with one store", () => {
  async function twoProcesses() {
    const store = new MemoryDocumentStore();
    const bus = new LocalBus();
    const here = await roomBench({ store, bus });
    const there = await roomBench({ store, bus, scheduler: here.scheduler });
    const [ann, ben] = [new BenchPeer(), new BenchPeer()];
    await ann.connect(here);
    await ben.connect(there);
    return { store, bus, here, there, ann, ben };
  }

  it("[S12] show each other what they have committed", async () => {
    const { here, ann, ben } = await twoProcesses();
    ann.ydoc.getMap("probe").set("a", 1);
    ben.ydoc.getMap("probe").set("b", 2);
    await here.scheduler.settle();
    for (const { ydoc } of [ann, ben]) expect(ydoc.getMap("probe").toJSON()).toEqual({ a: 1, b: 2 });
  });

  it("[S12] fill a gap from the store when a message was lost", async () => {
    const { here, store, ann, ben } = await twoProcesses();
    const lost = new Y.Doc();
    lost.getMap("probe").set("lost", 1);
    await store.append(testMapId, [Y.encodeStateAsUpdate(lost)]);
    ann.ydoc.getMap("probe").set("a", 1);
    await here.scheduler.settle();
    for (const { ydoc } of [ann, ben]) expect(ydoc.getMap("probe").toJSON()).toEqual({ a: 1, lost: 1 });
  });

  it("[F2] [S12] do not show each other what is not committed", async () => {
    const store = new FailingStore();
    const bus = new LocalBus();
    const here = await roomBench({ store, bus });
    const there = await roomBench({ store, bus, scheduler: here.scheduler });
    const [ann, ben] = [new BenchPeer(), new BenchPeer()];
    await ann.connect(here);
    await ben.connect(there);
    store.failWith = "failed";
    ann.ydoc.getMap("probe").set("a", 1);
    await here.scheduler.advance(1_000);
    expect(ben.ydoc.getMap("probe").size).toBe(0);
  });

  it("[W9] show each other who is there", async () => {
    const { here, there } = await twoProcesses();
    const [cat, dan] = [await here.join(), await there.join()];
    dan.socket.take();
    cat.connection.receive(presenceFrame([[77, 1, { name: "Cat" }]]));
    await here.scheduler.advance(100);
    const [heard] = dan.socket.takeOf("presence");
    expect(heard?.states.get(77)?.state).toEqual({ name: "Cat", role: "editor" });
    const eve = await there.join();
    expect(eve.socket.takeOf("presence")[0]?.states.has(77)).toBe(true);
  });
});

describe("the pace of saving", () => {
  const gapMs = 10;

  async function paced() {
    const { join, rooms, scheduler, store } = await roomBench({ saveGapMs: gapMs });
    const { socket, connection } = await join();
    const document = new Y.Doc();
    document.on("update", (update: Uint8Array) => connection.receive(updateFrame(update)));
    const write = async (key: string): Promise<void> => {
      document.getMap("probe").set(key, 1);
      await scheduler.settle();
    };
    const stored = async (): Promise<readonly string[]> => [
      ...(await readStored(store)).getMap("probe").keys(),
    ];
    await write("first");
    return { connection, rooms, scheduler, socket, store, stored, write };
  }

  it("[S8] saves at once after a pause, and what follows together, when its time has come", async () => {
    const { scheduler, store, stored, write } = await paced();
    expect(await stored()).toEqual(["first"]);
    const append = vi.spyOn(store, "append");
    await write("second");
    await scheduler.advance(gapMs - 1);
    await write("third");
    expect(append).not.toHaveBeenCalled();
    await scheduler.advance(1);
    expect(await stored()).toEqual(["first", "second", "third"]);
    expect(append).toHaveBeenCalledOnce();
    await scheduler.advance(gapMs);
    await write("fourth");
    expect(await stored()).toContain("fourth");
  });

  it("[S8] saves at once for whoever asks", async () => {
    const { connection, scheduler, socket, stored, write } = await paced();
    await write("second");
    socket.take();
    connection.receive(barrierFrame(Uint8Array.of(7)));
    expect(socket.take()).toEqual([]);
    await scheduler.settle();
    expect(socket.takeOf("barrier")).toHaveLength(1);
    expect(await stored()).toContain("second");
  });

  it("[S8] [W19] saves at once what nobody may see before, and with it what waits in other rooms", async () => {
    const { rooms, scheduler, store, stored, write } = await paced();
    await write("second");
    const other = "test-map-0002" as MapId;
    await store.append(other, [emptyDocument()]);
    const editing = rooms.use(other, addCard("from-here"));
    await scheduler.settle();
    expect(await editing).toBe(true);
    expect((await readStored(store, other)).getMap("cards").has("from-here")).toBe(true);
    expect(await stored()).toContain("second");
  });

  it("[S8] [S11] saves at once when all must be saved", async () => {
    const { rooms, scheduler, stored, write } = await paced();
    await write("second");
    const draining = rooms.drain();
    await scheduler.advance(0);
    await draining;
    expect(await stored()).toContain("second");
  });
});

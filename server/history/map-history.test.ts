import { beforeEach, describe, expect, it } from "vitest";
import type { Card, CardId } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { addCard } from "../../tests/fixtures/model/build.ts";
import { BenchPeer } from "../../tests/support/bench-peer.ts";
import { ManualScheduler } from "../../tests/support/manual-scheduler.ts";
import { type RoomBench, roomBench, testMapId } from "../../tests/support/rooms.ts";
import { silentLog } from "../logging.ts";
import type { Room } from "../rooms/index.ts";
import { MemoryDocumentStore } from "../storage/memory/memory-document-store.ts";
import { MemoryHistoryStore } from "../storage/memory/memory-history-store.ts";
import { HistoryWatch } from "./history-watch.ts";
import { MapHistory } from "./map-history.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let scheduler: ManualScheduler;
/** How far the history's clock is ahead of the rooms': hours of their heartbeats would take seconds. */
let aheadMs = 0;
let store: MemoryHistoryStore;
let documents: MemoryDocumentStore;
let history: MapHistory;
let bench: RoomBench;
let peer: BenchPeer;

function historyOf(keepMs = 30 * day): MapHistory {
  return new MapHistory({ store, now: () => scheduler.now() + aheadMs, log: silentLog, keepMs });
}

beforeEach(async () => {
  scheduler = new ManualScheduler();
  aheadMs = 0;
  store = new MemoryHistoryStore();
  documents = new MemoryDocumentStore();
  history = historyOf();
  const atRest = (room: Room): Promise<void> => history.keep(room, limits.versionAtRestMs);
  bench = await roomBench({ scheduler, store: documents, atRest });
  peer = new BenchPeer(scheduler.now);
  await peer.connect(bench);
});

/** Compressing happens on Node's own threads, which the test's clock knows nothing of. */
async function use<T>(task: (room: Room) => Promise<T>): Promise<T> {
  let isDone = false;
  const done = bench.rooms.use(testMapId, task).finally(() => {
    isDone = true;
  });
  done.catch(() => undefined); // handed on below
  while (!isDone) {
    await scheduler.settle();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
}

async function write(text: string, id = "a"): Promise<void> {
  if (peer.map.get(id as CardId) === undefined) peer.map.apply(addCard(id), "user");
  peer.map.apply({ type: "setText", id: id as CardId, text }, "user");
  await scheduler.settle();
}

const textOf = (id = "a"): string | undefined => (peer.map.get(id as CardId) as Card | undefined)?.text;
const kinds = async (): Promise<readonly string[]> => (await store.list(testMapId)).map(({ kind }) => kind);

async function restore(id: string, since?: string) {
  const [wanted, before] = [
    await history.read(testMapId, id),
    since && (await history.read(testMapId, since)),
  ];
  if (wanted === undefined) throw new Error("the version was expected");
  const restored = await use((room) => history.restore(room, wanted, before || undefined, "Ann"));
  await scheduler.settle();
  if (!restored.ok) throw new Error(restored.error.message);
  return restored.value;
}

async function nameIt(name: string): Promise<string> {
  const named = await use((room) => history.name(room, name, "Ann"));
  if (!named.ok) throw new Error(named.error);
  return named.value.id;
}

describe("keeping versions", () => {
  it("[V1] keeps the map as it is under a name, and gives it back the same", async () => {
    await write("first");
    const then = peer.map.toPlainMap();
    const id = await nameIt("Before the talk");
    await write("second");
    expect(await history.read(testMapId, id)).toEqual(then);
    expect(await history.list(testMapId)).toMatchObject([
      { name: "Before the talk", author: "Ann", cards: 1 },
    ]);
  });

  it("[V2] keeps one by itself when the last is an hour old and something has changed", async () => {
    const keep = () => use((room) => history.keep(room, limits.versionEveryMs));
    await write("first");
    await keep();
    await write("second");
    aheadMs += hour - 1;
    await keep();
    expect(await kinds()).toEqual(["automatic"]);
    aheadMs += 1;
    await keep();
    aheadMs += 2 * hour;
    await keep();
    expect(await kinds()).toEqual(["automatic", "automatic"]);
  });

  it("[F32] [V2] keeps one of a map that everybody has left", async () => {
    await write("last words");
    peer.drop();
    await scheduler.advance(limits.roomIdleMs);
    await expect.poll(() => kinds()).toEqual(["automatic"]);
    const [version] = await store.list(testMapId);
    const map = await history.read(testMapId, version?.id ?? "");
    expect(map?.records.get("a" as CardId)).toMatchObject({ text: "last words" });
  });

  it("[V2] looks every few minutes after maps that stay open, and after what is old", async () => {
    const watch = new HistoryWatch({ history, rooms: bench.rooms, documents, scheduler, log: silentLog });
    await documents.append(testMapId, [Uint8Array.of(0, 0)]);
    await documents.compact(testMapId, Uint8Array.of(0, 0), 1);
    await write("first");
    await scheduler.advance(5 * minute);
    await expect.poll(() => kinds()).toEqual(["automatic"]);
    // A day by the store's clock has not gone by, and the test's clock stands at the beginning of time.
    expect(await documents.loadPrevious(testMapId)).toBeDefined();
    watch.end();
    await write("second");
    await scheduler.advance(2 * hour);
    expect(await kinds()).toEqual(["automatic"]);
  });

  it("[V2] goes on without a history that cannot be written", async () => {
    store.add = () => Promise.reject(new Error("made to fail"));
    await write("first");
    await use((room) => history.keep(room, limits.versionEveryMs));
    expect(textOf()).toBe("first");
  });

  it("[V3] keeps none by itself when told to keep them for no time", async () => {
    history = historyOf(0);
    await write("first");
    await use((room) => history.keep(room, limits.versionEveryMs));
    expect(await kinds()).toEqual([]);
    await nameIt("All the same");
    expect(await kinds()).toEqual(["named"]);
  });

  it("[V3] lets go of what the rules do not keep when another is added, and of what is old everywhere", async () => {
    for (let count = 0; count < 15; count++) {
      await write(`at ${count}`);
      await use((room) => history.keep(room, 30 * minute));
      aheadMs += 30 * minute;
    }
    // Seven hours of work: all of the last two, and one of each hour before.
    const { length } = await kinds();
    expect(length).toBeGreaterThanOrEqual(9);
    expect(length).toBeLessThanOrEqual(11);
    aheadMs += 31 * day;
    await history.forgetOld();
    expect(await kinds()).toEqual([]);
  });

  it("[V5] takes no more names than a map may have", async () => {
    await write("first");
    const name = (index: number) =>
      ({ id: `${index}`, at: index, kind: "named", name: "", author: "" }) as const;
    for (let index = 0; index < limits.maxNamedVersionsPerMap; index++)
      await store.add(testMapId, { ...name(index), sequence: 1, cards: 0 }, new Uint8Array());
    const refused = await use((room) => history.name(room, "One more", "Ann"));
    expect(refused).toMatchObject({ ok: false, error: "too-many" });
  });

  it("[V1] [W17] keeps nothing of a map that a later program wrote", async () => {
    peer.ydoc.getMap("meta").set("schemaVersion", 999);
    await scheduler.settle();
    await use((room) => history.keep(room, 0));
    expect(await use((room) => history.name(room, "Name", ""))).toMatchObject({ error: "read-only" });
    expect(await kinds()).toEqual([]);
  });

  it("[V1] says so when what is stored is damaged", async () => {
    await store.add(
      testMapId,
      { id: "x", at: 1, kind: "named", name: "", author: "", sequence: 1, cards: 0 },
      Uint8Array.of(1, 2, 3),
    );
    await expect(history.read(testMapId, "x")).rejects.toMatchObject({ code: "corrupt" });
  });
});

describe("restoring a version", () => {
  it("[V6] changes the map for everybody, and the log only grows", async () => {
    const ben = new BenchPeer(scheduler.now);
    await ben.connect(bench);
    await write("first");
    const then = peer.map.toPlainMap();
    const id = await nameIt("Then");
    await write("second");
    peer.map.apply({ type: "delete", ids: ["a" as CardId] }, "user");
    await write("other", "b");
    const head = (await documents.load(testMapId))?.head ?? 0;
    const { changes } = await restore(id);
    expect(changes).toEqual({ added: ["a"], removed: ["b"], edited: [], moved: [], retitled: false });
    for (const someone of [peer, ben]) expect(someone.map.toPlainMap()).toEqual(then);
    expect((await documents.load(testMapId))?.head).toBe(head + 1);
  });

  it("[V6] [V7] keeps what was there before, and is taken back without what people have done since", async () => {
    await write("first");
    const id = await nameIt("Then");
    await write("second");
    await write("new", "b");
    const { before } = await restore(id);
    expect(before).toMatchObject({ kind: "before-restoring", author: "Ann", cards: 2 });
    expect([textOf(), textOf("b")]).toEqual(["first", undefined]);
    await write("since", "c");
    await restore(before?.id ?? "", id);
    expect([textOf(), textOf("b"), textOf("c")]).toEqual(["second", "new", "since"]);
    // The second restoration can be taken back as well.
    expect(await kinds()).toEqual(["before-restoring", "before-restoring", "named"]);
  });

  it("[V6] does nothing and keeps nothing where the map is that already", async () => {
    await write("first");
    const id = await nameIt("Then");
    expect(await restore(id)).toMatchObject({ before: undefined, changes: { edited: [] } });
    expect(await kinds()).toEqual(["named"]);
  });

  it("[V6] leaves no trace when it cannot be stored, but for the version from before", async () => {
    await write("first");
    const id = await nameIt("Then");
    await write("second");
    const append = documents.append.bind(documents);
    documents.append = () => Promise.reject(new Error("made to fail"));
    await expect(restore(id)).rejects.toThrow(/store failed/);
    documents.append = append;
    await scheduler.advance(10_000);
    expect(textOf()).toBe("second");
  });
});

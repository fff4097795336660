import { describe, expect, it } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import { glimpseSchema } from "#shared/protocol/glimpse.ts";
import { limits } from "#shared/protocol/limits.ts";
import { aCard, addCard, card, mapOf, remove } from "../../tests/fixtures/model/build.ts";
import { BenchPeer } from "../../tests/support/bench-peer.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { roomBench, testMapId } from "../../tests/support/rooms.ts";
import { createDocument } from "./draft.ts";

const large = limits.minGlimpsedCards + 10;

class CountingStore extends FailingStore {
  loads = 0;

  override load(...args: Parameters<FailingStore["load"]>): ReturnType<FailingStore["load"]> {
    this.loads++;
    return super.load(...args);
  }
}

/** A row of cards, `c0` at the left. */
function rowOf(count: number) {
  const ids = Array.from({ length: count }, (_, index) => `c${index}`);
  const places = Object.fromEntries(ids.map((id, index) => [id, [index * 300, 0] as const]));
  const made = createDocument(
    mapOf(
      ids.map((id) => aCard(id)),
      places,
    ),
  );
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** Rooms with such a map in the store, as it is when it has just been made. */
async function benchWith(count: number) {
  const store = new CountingStore();
  const { record, glimpse } = rowOf(count);
  const sequence = await store.append(testMapId, [record]);
  await store.keepGlimpse(testMapId, glimpse, sequence);
  const bench = await roomBench({ store, idleMs: 30_000 });
  store.loads = 0;
  return { ...bench, store };
}

function cardsIn(glimpse: Uint8Array | undefined): readonly CardId[] {
  const read = glimpseSchema.safeParse(JSON.parse(new TextDecoder().decode(glimpse)));
  return [...(read.data?.map.positions.keys() ?? [])];
}

const firstCards = Array.from({ length: 14 }, (_, index) => card(`c${index}`));

describe("the glimpse of a map", () => {
  it("shows the cards at the top left corner of a large map, and is not made of a small one", () => {
    expect(cardsIn(rowOf(large).glimpse)).toEqual(firstCards);
    expect(rowOf(20).glimpse).toBeUndefined();
  });

  it("is within its size, however long the texts are", () => {
    const long = "🌱".repeat(4_000);
    const cards = Array.from({ length: large }, (_, index) => aCard(`c${index}`, "claim", { text: long }));
    const made = createDocument(mapOf(cards));
    const glimpse = made.ok ? made.value.glimpse : undefined;
    expect(glimpse?.byteLength).toBeLessThanOrEqual(limits.maxGlimpseBytes);
    expect(cardsIn(glimpse).length).toBeGreaterThan(10);
  });

  it("[S14] is given of a map that nobody has open without its being loaded", async () => {
    const { rooms, store } = await benchWith(large);
    expect(cardsIn(await rooms.glimpse(testMapId))).toEqual(firstCards);
    expect([store.loads, rooms.openRooms]).toEqual([0, 0]);
  });

  it("[S14] is not given of a map that nobody has open and that has changed since", async () => {
    const { rooms, store } = await benchWith(large);
    await store.append(testMapId, [rowOf(3).record]);
    expect(await rooms.glimpse(testMapId)).toBeUndefined();
    expect(store.loads).toBe(0);
  });

  it("[S14] follows an open map after a few seconds, and is kept when the map is put away", async () => {
    const bench = await benchWith(large);
    const { rooms, scheduler, store } = bench;
    const peer = new BenchPeer(scheduler.now);
    await peer.connect(bench);
    expect(cardsIn(await rooms.glimpse(testMapId))).toEqual(firstCards);
    peer.map.apply(remove("c0"), "user");
    peer.map.apply(addCard("new", "claim", "", [300, 200]), "user");
    await scheduler.advance(limits.glimpseAgeMs - 100);
    expect(cardsIn(await rooms.glimpse(testMapId))).toContain("c0");
    await scheduler.advance(200);
    const now = cardsIn(await rooms.glimpse(testMapId));
    expect(now).toContain("new");
    expect(now).not.toContain("c0");
    peer.drop();
    await scheduler.advance(31_000);
    expect(rooms.openRooms).toBe(0);
    expect(cardsIn(await store.glimpse(testMapId))).toEqual(now);
    expect(store.loads).toBe(1);
  });

  it("[S14] is erased when a map that has become small is put away", async () => {
    const bench = await benchWith(limits.minGlimpsedCards);
    const peer = new BenchPeer(bench.scheduler.now);
    await peer.connect(bench);
    peer.map.apply(remove("c0"), "user");
    await bench.scheduler.settle();
    peer.drop();
    await bench.scheduler.advance(31_000);
    expect(bench.rooms.openRooms).toBe(0);
    expect(await bench.store.glimpse(testMapId)).toBeUndefined();
  });

  it("keeps no room from being put away when it cannot be kept", async () => {
    const bench = await benchWith(large);
    bench.store.keepGlimpse = () => Promise.reject(new Error("full"));
    const peer = new BenchPeer(bench.scheduler.now);
    await peer.connect(bench);
    peer.drop();
    await bench.scheduler.advance(31_000);
    expect(bench.rooms.openRooms).toBe(0);
  });
});

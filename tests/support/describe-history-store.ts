import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { HistoryStore, StoredVersion } from "../../server/history/ports.ts";

/** A store to try, and what to do with it afterwards. */
export type HistoryUnderTest = Readonly<{ store: HistoryStore; dispose: () => Promise<void> }>;

const map = "some-map-01" as MapId;
const other = "some-map-02" as MapId;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function version(id: string, at: number, given: Partial<StoredVersion> = {}): StoredVersion {
  return { id, at, kind: "automatic", name: "", author: "", sequence: at, cards: 3, ...given };
}

/** What every store of versions must keep to; run over each adapter. */
export function describeHistoryStore(name: string, create: () => Promise<HistoryUnderTest>): void {
  describe(`history store: ${name}`, () => {
    let current: HistoryUnderTest;
    let store: HistoryStore;

    beforeEach(async () => {
      current = await create();
      store = current.store;
    });
    afterEach(() => current.dispose());

    async function idsOf(id: MapId): Promise<readonly string[]> {
      return (await store.list(id)).map((each) => each.id);
    }

    it("[V1] gives back what it was given, the newest first", async () => {
      const named = version("b", 20, { kind: "named", name: "Before the talk", author: "Ann", cards: 7 });
      expect(await store.add(map, version("a", 10), bytes(1))).toBe(true);
      expect(await store.add(map, named, bytes(2, 3))).toBe(true);
      expect(await store.add(map, version("c", 15), bytes(4))).toBe(true);
      expect(await store.list(map)).toEqual([named, version("c", 15), version("a", 10)]);
      expect(await store.read(map, "b")).toEqual(bytes(2, 3));
    });

    it("knows nothing of other maps' versions, nor of those that never were", async () => {
      await store.add(map, version("a", 10), bytes(1));
      expect(await store.list(other)).toEqual([]);
      expect(await store.read(other, "a")).toBeUndefined();
      expect(await store.read(map, "b")).toBeUndefined();
    });

    it("keeps its own copy of what it is given", async () => {
      const content = bytes(1, 2, 3);
      await store.add(map, version("a", 10), content.subarray(1, 2));
      content.fill(0);
      expect(await store.read(map, "a")).toEqual(bytes(2));
    });

    it("[V2] keeps one automatic version where two processes come at once", async () => {
      const added = await Promise.all([
        store.add(map, version("a", 100), bytes(1), 50),
        store.add(map, version("b", 101), bytes(1), 51),
      ]);
      expect([...added].sort()).toEqual([false, true]);
      expect(await idsOf(map)).toHaveLength(1);
      expect(await store.add(map, version("c", 160), bytes(1), 110)).toBe(true);
      expect(await store.add(map, version("d", 161, { kind: "named" }), bytes(1))).toBe(true);
      expect(await store.add(map, version("e", 220), bytes(1), 161)).toBe(true);
    });

    it("[V4] removes what it is told, in one map", async () => {
      for (const id of ["a", "b", "c"]) await store.add(map, version(id, 10), bytes(1));
      await store.add(other, version("a", 10), bytes(1));
      await store.remove(map, ["a", "c", "none"]);
      expect([await idsOf(map), await idsOf(other)]).toEqual([["b"], ["a"]]);
    });

    it("[V4] forgets in all maps what is old, but for named versions", async () => {
      await store.add(map, version("a", 10), bytes(1));
      await store.add(map, version("b", 11, { kind: "named" }), bytes(1));
      await store.add(map, version("c", 12, { kind: "before-restoring" }), bytes(1));
      await store.add(other, version("d", 19), bytes(1));
      await store.add(other, version("e", 20), bytes(1));
      await store.forgetBefore(20);
      expect([await idsOf(map), await idsOf(other)]).toEqual([["b"], ["e"]]);
    });

    it("[A7] erases all versions of one map", async () => {
      await store.add(map, version("a", 10, { kind: "named" }), bytes(1));
      await store.add(other, version("b", 10), bytes(1));
      await store.removeAll(map);
      expect([await idsOf(map), await idsOf(other)]).toEqual([[], ["b"]]);
    });
  });
}

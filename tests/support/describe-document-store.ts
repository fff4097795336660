import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { DocumentStore } from "../../server/rooms/index.ts";

/** A store to try, and what to do with it afterwards. `reopen` gives what another user of the same storage sees. */
export type StoreUnderTest = Readonly<{
  store: DocumentStore;
  reopen: () => Promise<DocumentStore>;
  dispose: () => Promise<void>;
}>;

const map = "some-map-01" as MapId;
const other = "some-map-02" as MapId;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** What every document store must keep to; run over each adapter. */
export function describeDocumentStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`document store: ${name}`, () => {
    let current: StoreUnderTest;
    let store: DocumentStore;

    beforeEach(async () => {
      current = await create();
      store = current.store;
    });
    afterEach(() => current.dispose());

    async function dataOf(id: MapId, after?: number): Promise<readonly (readonly number[])[]> {
      return ((await store.load(id, after))?.tail ?? []).map(({ data }) => [...data]);
    }

    async function previousOf(id: MapId): Promise<readonly unknown[]> {
      const stored = await store.loadPrevious(id);
      return [stored?.snapshot, stored?.snapshotSequence, stored?.tail.map(({ data }) => data[0])];
    }

    it("[S3] knows nothing of a document that was never written", async () => {
      expect(await store.load(map)).toBeUndefined();
      expect(await store.list()).toEqual([]);
    });

    it("[S1] gives back the records of several appends in order", async () => {
      expect(await store.append(map, [bytes(1), bytes(2)])).toBe(2);
      expect(await store.append(map, [bytes(3)])).toBe(3);
      expect(await dataOf(map)).toEqual([[1], [2], [3]]);
    });

    it("[S2] numbers records from 1 without gaps", async () => {
      await store.append(map, [bytes(1), bytes(2)]);
      await store.append(map, [bytes(3)]);
      const stored = await store.load(map);
      expect(stored?.tail.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      expect(stored?.head).toBe(3);
    });

    it("[S2] numbers each document by itself", async () => {
      await store.append(map, [bytes(1), bytes(2)]);
      expect(await store.append(other, [bytes(9)])).toBe(1);
      expect(await dataOf(other)).toEqual([[9]]);
      expect(await store.list()).toEqual([map, other]);
    });

    it("[S1] takes appends that are made at once", async () => {
      const heads = await Promise.all(
        Array.from({ length: 50 }, (_, index) => store.append(map, [bytes(index)])),
      );
      expect([...heads].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      expect(await dataOf(map)).toHaveLength(50);
    });

    it("keeps its own copy of what it is given", async () => {
      const record = bytes(1, 2, 3);
      const appended = store.append(map, [record.subarray(1, 2)]);
      await appended;
      record.fill(0);
      expect(await dataOf(map)).toEqual([[2]]);
    });

    it("keeps a record of a megabyte", async () => {
      const large = new Uint8Array(1024 * 1024).fill(7);
      await store.append(map, [large]);
      const [record] = (await store.load(map))?.tail ?? [];
      // Byte by byte equality of the test library takes seconds here.
      expect(record && Buffer.compare(record.data, large)).toBe(0);
    });

    it("loads only what came after a number", async () => {
      await store.append(map, [bytes(1), bytes(2), bytes(3)]);
      expect(await dataOf(map, 2)).toEqual([[3]]);
      expect(await dataOf(map, 3)).toEqual([]);
    });

    it("[S4] puts a state in place of the records up to a number", async () => {
      await store.append(map, [bytes(1), bytes(2), bytes(3)]);
      await store.compact(map, bytes(12), 2);
      const stored = await store.load(map);
      expect(stored?.snapshot).toEqual(bytes(12));
      expect(stored?.snapshotSequence).toBe(2);
      expect(stored?.tail.map(({ sequence, data }) => [sequence, ...data])).toEqual([[3, 3]]);
      expect(await store.append(map, [bytes(4)])).toBe(4);
    });

    it("[S4] leaves a newer snapshot alone", async () => {
      await store.append(map, [bytes(1), bytes(2)]);
      await store.compact(map, bytes(12), 2);
      await store.compact(map, bytes(1), 1);
      expect((await store.load(map))?.snapshot).toEqual(bytes(12));
    });

    it("[S9] refuses a snapshot that reaches beyond the log", async () => {
      await store.append(map, [bytes(1)]);
      await expect(store.compact(map, bytes(1), 2)).rejects.toThrow(/beyond the log/);
      expect(await dataOf(map)).toEqual([[1]]);
    });

    it("[S4] gives the snapshot only to whoever has not got as far", async () => {
      await store.append(map, [bytes(1), bytes(2), bytes(3)]);
      await store.compact(map, bytes(12), 2);
      expect((await store.load(map, 1))?.snapshot).toEqual(bytes(12));
      expect((await store.load(map, 2))?.snapshot).toBeUndefined();
      expect(await dataOf(map, 1)).toEqual([[3]]);
    });

    it("[S15] keeps what a snapshot replaced, with every record since", async () => {
      expect(await store.loadPrevious(map)).toBeUndefined();
      await store.append(map, [bytes(1), bytes(2), bytes(3)]);
      expect(await store.loadPrevious(map)).toBeUndefined();
      await store.compact(map, bytes(12), 2);
      expect(await previousOf(map)).toEqual([undefined, 0, [1, 2, 3]]);
      await store.append(map, [bytes(4), bytes(5)]);
      expect(await previousOf(map)).toEqual([undefined, 0, [1, 2, 3, 4, 5]]);
      await store.compact(map, bytes(34), 4);
      expect(await previousOf(map)).toEqual([bytes(12), 2, [3, 4, 5]]);
      expect((await store.loadPrevious(map))?.head).toBe(5);
      expect(await dataOf(map)).toEqual([[5]]);
      await store.quarantine(map, 4, "test");
      expect(await previousOf(map)).toEqual([bytes(12), 2, [3, 5]]);
    });

    it("[S15] lets go of what was replaced before a time, and of nothing that is in use", async () => {
      for (const id of [map, other]) {
        await store.append(id, [bytes(1), bytes(2), bytes(3)]);
        await store.compact(id, bytes(12), 2);
      }
      const anHour = 3_600_000;
      await store.forgetPrevious(Date.now() - anHour);
      for (const id of [map, other]) expect(await previousOf(id)).toEqual([undefined, 0, [1, 2, 3]]);
      await store.remove(other);
      await store.append(other, [bytes(9)]);
      expect(await store.loadPrevious(other)).toBeUndefined();
      await store.forgetPrevious(Date.now() + anHour);
      expect(await store.loadPrevious(map)).toBeUndefined();
      expect((await store.load(map))?.snapshot).toEqual(bytes(12));
      expect([await dataOf(map), await dataOf(other)]).toEqual([[[3]], [[9]]]);
    });

    it("[S5] skips a record that was set aside and counts on", async () => {
      await store.append(map, [bytes(1), bytes(2), bytes(3)]);
      await store.quarantine(map, 2, "test");
      expect(await dataOf(map)).toEqual([[1], [3]]);
      expect((await store.load(map))?.head).toBe(3);
    });

    it("[S14] keeps a glimpse for as long as no record comes after it", async () => {
      expect(await store.glimpse(map)).toBeUndefined();
      await store.append(map, [bytes(1), bytes(2)]);
      await store.keepGlimpse(map, bytes(7, 8), 2);
      expect(await store.glimpse(map)).toEqual(bytes(7, 8));
      expect(await store.glimpse(other)).toBeUndefined();
      await store.compact(map, bytes(12), 2);
      expect(await store.glimpse(map)).toEqual(bytes(7, 8));
      await store.append(map, [bytes(3)]);
      expect(await store.glimpse(map)).toBeUndefined();
      await store.keepGlimpse(map, bytes(9), 3);
      await store.keepGlimpse(map, bytes(7, 8), 2);
      expect(await store.glimpse(map)).toEqual(bytes(9));
      await store.keepGlimpse(map, undefined, 2);
      expect(await store.glimpse(map)).toEqual(bytes(9));
      await store.keepGlimpse(map, undefined, 3);
      expect(await store.glimpse(map)).toBeUndefined();
    });

    it("[S14] keeps no glimpse of what is not there, nor of what was erased", async () => {
      await store.keepGlimpse(map, bytes(7), 0);
      expect(await store.glimpse(map)).toBeUndefined();
      await store.append(map, [bytes(1)]);
      await store.keepGlimpse(map, bytes(7), 1);
      await store.remove(map);
      await store.append(map, [bytes(1)]);
      expect(await store.glimpse(map)).toBeUndefined();
    });

    it("[S12] names the heads of the documents that it knows", async () => {
      await store.append(map, [bytes(1), bytes(2)]);
      await store.compact(map, bytes(12), 2);
      expect(await store.heads([map, other])).toEqual(new Map([[map, 2]]));
      expect(await store.heads([])).toEqual(new Map());
    });

    it("erases a document and no other", async () => {
      await store.append(map, [bytes(1)]);
      await store.append(other, [bytes(2)]);
      await store.remove(map);
      expect(await store.load(map)).toBeUndefined();
      expect(await dataOf(other)).toEqual([[2]]);
    });

    it("[S1] shows a new process all that was appended", async () => {
      await store.append(map, [bytes(1), bytes(2)]);
      await store.compact(map, bytes(1), 1);
      const reopened = await current.reopen();
      const stored = await reopened.load(map);
      expect([stored?.snapshot, stored?.head]).toEqual([bytes(1), 2]);
      expect(stored?.tail).toEqual([{ sequence: 2, data: bytes(2) }]);
      await reopened.close();
    });
  });
}

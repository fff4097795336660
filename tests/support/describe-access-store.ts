import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, StoredLink } from "../../server/access/index.ts";

export type AccessStoreUnderTest = Readonly<{ store: AccessStore; dispose: () => Promise<void> }>;

const map = "some-map-01" as MapId;
const other = "some-map-02" as MapId;
const links: readonly StoredLink[] = [
  { link: "owner", generation: 1, secretHash: "hash of owner", sealed: undefined },
  { link: "view", generation: 3, secretHash: "hash of view", sealed: "sealed view" },
];

/** What every access store must keep to; run over each adapter. */
export function describeAccessStore(name: string, create: () => Promise<AccessStoreUnderTest>): void {
  describe(`access store: ${name}`, () => {
    let current: AccessStoreUnderTest;
    let store: AccessStore;

    beforeEach(async () => {
      current = await create();
      store = current.store;
      await store.createMap(map, 1000, links);
    });
    afterEach(() => current.dispose());

    it("gives back a map with its links", async () => {
      const times = { createdAt: 1000, deletedAt: undefined, lockedAt: undefined };
      expect(await store.findMap(map)).toEqual({ id: map, ...times, links });
    });

    it("knows nothing of other maps and sessions", async () => {
      expect(await store.findMap(other)).toBeUndefined();
      expect(await store.findSession("token", map)).toBeUndefined();
    });

    it("refuses an id that is taken and leaves its map as it was", async () => {
      await expect(store.createMap(map, 2000, [])).rejects.toThrow(/taken/);
      expect((await store.findMap(map))?.createdAt).toBe(1000);
    });

    it("[A3] keeps one grant a map in a session, the last one given", async () => {
      await store.grant("token", 5000, map, { link: "view", generation: 3 });
      await store.grant("token", 6000, map, { link: "owner", generation: 1 });
      await store.grant("token", 7000, other, { link: "edit", generation: 1 });
      expect(await store.findSession("token", map)).toEqual({
        expiresAt: 7000,
        grant: { link: "owner", generation: 1 },
      });
      expect((await store.findSession("token", other))?.grant?.link).toBe("edit");
    });

    it("finds a session that has no grant on the map", async () => {
      await store.grant("token", 5000, other, { link: "edit", generation: 1 });
      expect(await store.findSession("token", map)).toEqual({ expiresAt: 5000, grant: undefined });
    });

    it("[A3] prolongs a session", async () => {
      await store.grant("token", 5000, map, { link: "view", generation: 3 });
      await store.extendSession("token", 9000);
      expect((await store.findSession("token", map))?.expiresAt).toBe(9000);
    });

    it("[A3] forgets sessions that have ended, and only those", async () => {
      await store.grant("old", 5000, map, { link: "view", generation: 3 });
      await store.grant("new", 6000, map, { link: "view", generation: 3 });
      await store.forgetEnded(5500);
      expect(await store.findSession("old", map)).toBeUndefined();
      expect(await store.findSession("new", map)).toBeDefined();
    });

    it("[A16] keeps when a right ends by itself, and forgets it then, but not its session", async () => {
      const ending = { link: "view", generation: 3, endsAt: 4000 } as const;
      await store.grant("token", 9000, map, ending);
      await store.grant("token", 9000, other, { link: "edit", generation: 1 });
      expect((await store.findSession("token", map))?.grant).toEqual(ending);
      await store.forgetEnded(4000);
      expect((await store.findSession("token", map))?.grant).toEqual(ending);
      await store.forgetEnded(4001);
      expect(await store.findSession("token", map)).toEqual({ expiresAt: 9000, grant: undefined });
      expect((await store.findSession("token", other))?.grant?.link).toBe("edit");
      await store.grant("token", 9000, map, ending);
      await store.grant("token", 9000, map, { link: "view", generation: 3 });
      expect((await store.findSession("token", map))?.grant?.endsAt).toBeUndefined();
    });

    it("[A7] marks a map as deleted once, and takes all grants on it", async () => {
      await store.grant("token", 5000, map, { link: "view", generation: 3 });
      await store.grant("token", 5000, other, { link: "view", generation: 1 });
      await store.deleteMap(map, 2000);
      await store.deleteMap(map, 3000);
      expect((await store.findMap(map))?.deletedAt).toBe(2000);
      expect((await store.findSession("token", map))?.grant).toBeUndefined();
      expect((await store.findSession("token", other))?.grant).toBeDefined();
    });

    it("[A8] puts links in place of those before, in whichever order they are named", async () => {
      const after: readonly StoredLink[] = [
        { link: "view", generation: 4, secretHash: "another", sealed: undefined },
        { link: "owner", generation: 1, secretHash: "hash of owner", sealed: undefined },
      ];
      expect(await store.replaceLinks(map, links, after)).toBe(true);
      expect((await store.findMap(map))?.links).toEqual([after[1], after[0]]);
    });

    it("[A8] changes no link when another change came first, or of an unknown map", async () => {
      const after = links.map((link) => ({ ...link, generation: link.generation + 1 }));
      await store.replaceLinks(map, links, after);
      expect(await store.replaceLinks(map, links, links)).toBe(false);
      expect((await store.findMap(map))?.links).toEqual(after);
      expect(await store.replaceLinks(other, links, after)).toBe(false);
    });

    it("[A10] remembers since when a map is locked, until it is unlocked", async () => {
      await store.setLocked(map, 3000);
      expect((await store.findMap(map))?.lockedAt).toBe(3000);
      await store.setLocked(map, undefined);
      expect((await store.findMap(map))?.lockedAt).toBeUndefined();
      await store.setLocked(other, 3000);
      expect(await store.findMap(other)).toBeUndefined();
    });

    it("[A7] takes a deletion back, with the links that there were, only if it is recent enough", async () => {
      expect(await store.restoreMap(map, 0)).toBe(false);
      await store.deleteMap(map, 2000);
      expect(await store.restoreMap(map, 2000)).toBe(false);
      expect(await store.restoreMap(map, 1999)).toBe(true);
      expect(await store.findMap(map)).toMatchObject({ deletedAt: undefined, links });
    });

    it("[A7] lists maps that were deleted long enough ago, and forgets a map for good", async () => {
      await store.createMap(other, 1000, links);
      await store.deleteMap(map, 2000);
      expect(await store.listDeleted(1999)).toEqual([]);
      expect(await store.listDeleted(2000)).toEqual([map]);
      await store.eraseMap(map);
      expect(await store.findMap(map)).toBeUndefined();
      expect(await store.listDeleted(9000)).toEqual([]);
      expect((await store.findMap(other))?.links).toEqual(links);
      await store.createMap(map, 4000, links);
      expect((await store.findMap(map))?.createdAt).toBe(4000);
    });
  });
}

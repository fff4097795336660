import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, AccountStore, ListPlace, StoredLink } from "../../server/access/index.ts";

/** A store to try beside that of the maps, and what to do with both afterwards. */
export type AccountStoreUnderTest = Readonly<{
  accounts: AccountStore;
  access: AccessStore;
  dispose: () => Promise<void>;
}>;

const first = "first-map-0001" as MapId;
const second = "second-map-0001" as MapId;
const owning = { link: "owner", generation: 1 } as const;
const viewing = { link: "view", generation: 3 } as const;
const links: readonly StoredLink[] = [
  { ...owning, secretHash: "hash of owner", sealed: undefined },
  { ...viewing, secretHash: "hash of view", sealed: undefined },
];

/** What every store of accounts' maps must keep to; run over each adapter. */
export function describeAccountStore(name: string, create: () => Promise<AccountStoreUnderTest>): void {
  describe(`account store: ${name}`, () => {
    let current: AccountStoreUnderTest;
    let accounts: AccountStore;
    let access: AccessStore;

    beforeEach(async () => {
      current = await create();
      ({ accounts, access } = current);
      await access.createMap(first, 1000, links);
      await access.createMap(second, 1000, links);
    });
    afterEach(() => current.dispose());

    async function idsOf(account: string, after?: ListPlace, limit = 10): Promise<readonly MapId[]> {
      return (await accounts.list(account, after, limit)).map(({ id }) => id);
    }

    it("[A14] lists what an account has opened, the last first, and nothing of others", async () => {
      await accounts.note("ann", first, owning, 10);
      await accounts.note("ann", second, viewing, 20);
      await accounts.note("ben", first, viewing, 30);
      expect(await accounts.list("ann", undefined, 10)).toEqual([
        { id: second, title: "", link: "view", lockedAt: undefined, deletedAt: undefined, openedAt: 20 },
        { id: first, title: "", link: "owner", lockedAt: undefined, deletedAt: undefined, openedAt: 10 },
      ]);
      expect(await idsOf("ben")).toEqual([first]);
      expect(await idsOf("cem")).toEqual([]);
    });

    it("[A14] keeps one entry a map, the last one noted", async () => {
      await accounts.note("ann", first, viewing, 10);
      await accounts.note("ann", second, viewing, 20);
      await accounts.note("ann", first, owning, 30);
      expect(await accounts.find("ann", first)).toEqual(owning);
      expect(await idsOf("ann")).toEqual([first, second]);
      expect(await accounts.find("ben", first)).toBeUndefined();
    });

    it("[A14] lists in pages, each after the entry that ended the one before, also at the same time", async () => {
      const ids = ["aaaaaaaaaa", "BBBBBBBBBB", "cccccccccc", "-_-_-_-_-_"].map((id) => id as MapId);
      for (const id of ids) {
        await access.createMap(id, 1000, links);
        await accounts.note("ann", id, viewing, 50);
      }
      await accounts.note("ann", first, viewing, 60);
      const seen: MapId[] = [];
      let after: ListPlace | undefined;
      for (const size of [2, 2, 1, 0]) {
        const page = await accounts.list("ann", after, 2);
        expect(page).toHaveLength(size);
        seen.push(...page.map(({ id }) => id));
        const last = page.at(-1);
        after = last && { openedAt: last.openedAt, id: last.id };
      }
      expect(seen).toEqual([first, "cccccccccc", "aaaaaaaaaa", "BBBBBBBBBB", "-_-_-_-_-_"]);
    });

    it("[A14] says what a map was last called, and that it is locked", async () => {
      await accounts.note("ann", first, viewing, 10);
      await accounts.setTitle(first, "Parks");
      await accounts.setTitle(first, "Parks and trees");
      await access.setLocked(first, 5000);
      expect(await accounts.list("ann", undefined, 10)).toMatchObject([
        { title: "Parks and trees", lockedAt: 5000 },
      ]);
    });

    it("[A14] lets go of what came by a link that was changed, and of nothing else", async () => {
      await accounts.note("ann", first, owning, 10);
      await accounts.note("ben", first, viewing, 20);
      await accounts.note("ben", second, viewing, 30);
      const changed = links.map((each) => (each.link === "view" ? { ...each, generation: 4 } : each));
      await access.replaceLinks(first, links, changed);
      expect(await idsOf("ann")).toEqual([first]);
      expect(await idsOf("ben")).toEqual([second]);
      expect(await accounts.find("ben", first)).toBeUndefined();
      // Whoever was opening the map meanwhile notes a right that is void.
      await accounts.note("ben", first, viewing, 40);
      expect(await idsOf("ben")).toEqual([second]);
    });

    it("[A14] lists a deleted map for its owner alone, and lets go of it when it is erased", async () => {
      await accounts.note("ann", first, owning, 10);
      await accounts.note("ben", first, viewing, 10);
      await access.deleteMap(first, 2000);
      expect(await accounts.list("ann", undefined, 10)).toMatchObject([{ id: first, deletedAt: 2000 }]);
      expect(await idsOf("ben")).toEqual([]);
      await access.restoreMap(first, 1000);
      expect(await idsOf("ben")).toEqual([first]);
      await access.eraseMap(first);
      expect(await idsOf("ann")).toEqual([]);
      expect(await accounts.find("ann", first)).toBeUndefined();
    });

    it("[A14] forgets one map of one account", async () => {
      await accounts.note("ann", first, owning, 10);
      await accounts.note("ann", second, owning, 20);
      await accounts.note("ben", first, viewing, 30);
      await accounts.forget("ann", first);
      await accounts.forget("ann", first);
      expect(await idsOf("ann")).toEqual([second]);
      expect(await accounts.find("ann", first)).toBeUndefined();
      expect(await idsOf("ben")).toEqual([first]);
    });
  });
}

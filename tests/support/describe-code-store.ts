import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, CodeStore, StoredCode, StoredLink } from "../../server/access/index.ts";

/** A store to try beside that of the maps, and what to do with both afterwards. */
export type CodeStoreUnderTest = Readonly<{
  codes: CodeStore;
  access: AccessStore;
  dispose: () => Promise<void>;
}>;

const map = "some-map-01" as MapId;
const other = "some-map-02" as MapId;
const links: readonly StoredLink[] = [
  { link: "view", generation: 3, secretHash: "hash of view", sealed: undefined },
];
const most = 3;

function code(hash: string, values: Partial<StoredCode> = {}): StoredCode {
  const grant = { link: "view", generation: 3 } as const;
  return { hash, map, use: "audience", grant, expiresAt: 5_000, ...values };
}

/** What every store of join codes must keep to; run over each adapter. */
export function describeCodeStore(name: string, create: () => Promise<CodeStoreUnderTest>): void {
  describe(`code store: ${name}`, () => {
    let current: CodeStoreUnderTest;
    let codes: CodeStore;

    beforeEach(async () => {
      current = await create();
      codes = current.codes;
      for (const id of [map, other]) await current.access.createMap(id, 1000, links);
    });
    afterEach(() => current.dispose());

    async function known(...hashes: readonly string[]): Promise<readonly string[]> {
      const found = await Promise.all(hashes.map((hash) => codes.find(hash)));
      return found.flatMap((stored) => stored?.hash ?? []);
    }

    it("[A15] gives back a code with what it opens, and knows no other", async () => {
      const stored = code("a", { use: "remote", grant: { link: "edit", generation: 2 } });
      expect(await codes.add(stored, most)).toBe(true);
      expect(await codes.find("a")).toEqual(stored);
      expect(await codes.find("b")).toBeUndefined();
    });

    it("[A15] takes no code that there is already, of whichever map", async () => {
      await codes.add(code("a"), most);
      expect(await codes.add(code("a", { map: other, expiresAt: 9_000 }), most)).toBe(false);
      expect(await codes.find("a")).toEqual(code("a"));
    });

    it("[A15] keeps as many of a map as there may be: those go that end first", async () => {
      await codes.add(code("elsewhere", { map: other, expiresAt: 1 }), most);
      for (const [hash, expiresAt] of [
        ["b", 2],
        ["a", 1],
        ["c", 3],
        ["d", 3],
      ] as const)
        await codes.add(code(hash, { expiresAt }), most);
      expect(await known("a", "b", "c", "d", "elsewhere")).toEqual(["b", "c", "d", "elsewhere"]);
      // Also where the newest is the one that would go.
      await codes.add(code("e", { expiresAt: 1 }), most);
      expect(await known("b", "c", "d", "e")).toEqual(["c", "d", "e"]);
    });

    it("[A15] lets none for an audience go for those of remotes", async () => {
      await codes.add(code("on the wall", { expiresAt: 1 }), most);
      for (const [index, hash] of ["a", "b", "c", "d"].entries())
        await codes.add(code(hash, { use: "remote", expiresAt: 2 + index }), most);
      expect(await known("on the wall", "a", "b", "c", "d")).toEqual(["on the wall", "b", "c", "d"]);
    });

    it("[A15] ends one, and all of a map, and none of another", async () => {
      for (const hash of ["a", "b", "c"]) await codes.add(code(hash), most);
      await codes.add(code("elsewhere", { map: other }), most);
      await codes.remove(map, "a");
      await codes.remove(map, "elsewhere");
      expect(await known("a", "b", "c", "elsewhere")).toEqual(["b", "c", "elsewhere"]);
      await codes.removeAll(map);
      expect(await known("b", "c", "elsewhere")).toEqual(["elsewhere"]);
    });

    it("[A15] ends all of a map that are for the same, and of no other use or map", async () => {
      for (const hash of ["a", "b"]) await codes.add(code(hash, { use: "remote" }), most);
      await codes.add(code("on the wall"), most);
      await codes.add(code("elsewhere", { map: other, use: "remote" }), most);
      await codes.removeAll(map, "remote");
      expect(await known("a", "b", "on the wall", "elsewhere")).toEqual(["on the wall", "elsewhere"]);
      await codes.removeAll(map, "audience");
      expect(await known("on the wall", "elsewhere")).toEqual(["elsewhere"]);
    });

    it("[A15] forgets those that have ended, and only those", async () => {
      await codes.add(code("a", { expiresAt: 4_999 }), most);
      await codes.add(code("b", { expiresAt: 5_000 }), most);
      await codes.forgetEnded(5_000);
      expect(await known("a", "b")).toEqual(["b"]);
    });

    it("[A11] [A15] is erased with its map", async () => {
      await codes.add(code("a"), most);
      await current.access.deleteMap(map, 2_000);
      await current.access.eraseMap(map);
      expect(await codes.find("a")).toBeUndefined();
    });
  });
}

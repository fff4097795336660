import { beforeEach, describe, expect, it } from "vitest";
import { type LinkName, linkNames } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { MemoryAccessStore } from "../storage/memory/memory-access-store.ts";
import { createMapId, type LinkSecrets, Ownership } from "./index.ts";
import { deriveSecret, hashSecret } from "./secrets.ts";

const keepMs = 1_000;

let now: number;
let store: MemoryAccessStore;
let ownership: Ownership;
let map: MapId;
let secrets: LinkSecrets;

beforeEach(async () => {
  now = 1_000_000;
  store = new MemoryAccessStore();
  ownership = new Ownership(store, () => now, keepMs);
  map = createMapId();
  secrets = await ownership.createMap(map);
});

async function change(link: LinkName, ownerSecret: string): Promise<LinkSecrets> {
  const changed = await ownership.changeLink(map, link, ownerSecret);
  if (!changed.ok) throw new Error(changed.error);
  return changed.value;
}

describe("Ownership", () => {
  it("[A6] gives all secrets for the owner's alone", async () => {
    expect(await ownership.secretsOf(map, secrets.owner)).toEqual({ ok: true, value: secrets });
    for (const link of ["edit", "comment", "view"] as const)
      expect(await ownership.secretsOf(map, secrets[link])).toEqual({ ok: false, error: "wrong-secret" });
  });

  it.each(linkNames)(
    "[A8] gives the %s link a new secret and leaves the others as they are",
    async (link) => {
      const changed = await change(link, secrets.owner);
      for (const name of linkNames) {
        if (name === link) expect(changed[name]).not.toBe(secrets[name]);
        else expect(changed[name]).toBe(secrets[name]);
      }
      expect(await ownership.secretsOf(map, changed.owner)).toEqual({ ok: true, value: changed });
      const stored = await store.findMap(map);
      expect(stored?.links.map(({ secretHash }) => secretHash)).toEqual(
        linkNames.map((name) => hashSecret(changed[name])),
      );
    },
  );

  it.each(["edit", "comment", "view"] as const)(
    "[A6] changes nothing for the %s link's secret",
    async (link) => {
      const before = await store.findMap(map);
      for (const name of linkNames)
        expect(await ownership.changeLink(map, name, secrets[link])).toEqual({
          ok: false,
          error: "wrong-secret",
        });
      expect(await store.findMap(map)).toEqual(before);
    },
  );

  it("[A8] lets a former owner neither decide nor find out a link that is made later", async () => {
    const next = await change("owner", secrets.owner);
    for (const link of linkNames)
      expect(await ownership.changeLink(map, link, secrets.owner)).toEqual({
        ok: false,
        error: "wrong-secret",
      });
    const later = await change("edit", next.owner);
    expect([secrets.edit, deriveSecret(secrets.owner, "edit", 2)]).not.toContain(later.edit);
    const third = await change("owner", next.owner);
    expect(third).toEqual({ ...later, owner: third.owner });
  });

  it("[A1] keeps no secret, changed links included", async () => {
    const changed = await change("view", (await change("owner", secrets.owner)).owner);
    const stored = JSON.stringify(await store.findMap(map));
    for (const link of linkNames) {
      expect(stored).not.toContain(changed[link]);
      expect(stored).not.toContain(secrets[link]);
    }
  });

  it("[A8] lets one of two changes at the same moment win, and tells the other", async () => {
    const results = await Promise.all([
      ownership.changeLink(map, "owner", secrets.owner),
      ownership.changeLink(map, "edit", secrets.owner),
    ]);
    expect(results[0]?.ok).toBe(true);
    expect(results[1]).toEqual({ ok: false, error: "conflict" });
    const won = results[0]?.ok ? results[0].value : secrets;
    expect(await ownership.secretsOf(map, won.owner)).toEqual({ ok: true, value: won });
  });

  it("[A7] takes a deletion back in time, for the owner alone, with all links", async () => {
    expect(await ownership.deleteMap(map)).toBe(now + keepMs);
    expect(await ownership.secretsOf(map, secrets.owner)).toEqual({ ok: false, error: "deleted" });
    expect(await ownership.restorableUntil(map, secrets.owner)).toBe(now + keepMs);
    expect(await ownership.restorableUntil(map, secrets.edit)).toBeUndefined();
    expect(await ownership.restoreMap(map, secrets.edit)).toEqual({ ok: false, error: "wrong-secret" });
    now += keepMs - 1;
    expect((await ownership.restoreMap(map, secrets.owner)).ok).toBe(true);
    expect(await ownership.secretsOf(map, secrets.owner)).toEqual({ ok: true, value: secrets });
    expect((await ownership.restoreMap(map, secrets.owner)).ok).toBe(true);
    expect(await ownership.restorableUntil(map, secrets.owner)).toBeUndefined();
  });

  it("[A7] does not take a deletion back once the time is over", async () => {
    await ownership.deleteMap(map);
    now += keepMs;
    expect(await ownership.restorableUntil(map, secrets.owner)).toBeUndefined();
    expect(await ownership.restoreMap(map, secrets.owner)).toEqual({ ok: false, error: "deleted" });
  });

  it("[A11] erases what can no longer be restored, the document first, and nothing else", async () => {
    const living = createMapId();
    const recent = createMapId();
    await ownership.createMap(living);
    await ownership.createMap(recent);
    await ownership.deleteMap(map);
    now += 1;
    await ownership.deleteMap(recent);
    now += keepMs - 1;
    const erased: string[] = [];
    await ownership.eraseExpired(async (id) => {
      expect(await store.findMap(id)).toBeDefined();
      erased.push(id);
    });
    expect(erased).toEqual([map]);
    expect(await store.findMap(map)).toBeUndefined();
    expect(await store.findMap(living)).toBeDefined();
    expect(await store.findMap(recent)).toBeDefined();
  });

  it("[A11] keeps a map whose document could not be erased, to try again", async () => {
    await ownership.deleteMap(map);
    now += keepMs;
    await expect(ownership.eraseExpired(() => Promise.reject(new Error("made to fail")))).rejects.toThrow();
    expect(await store.findMap(map)).toBeDefined();
  });
});

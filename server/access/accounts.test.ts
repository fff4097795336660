import { beforeEach, describe, expect, it } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import { MemoryAccessStore } from "../storage/memory/memory-access-store.ts";
import { MemoryAccountStore } from "../storage/memory/memory-account-store.ts";
import { Access } from "./access.ts";
import { Accounts } from "./accounts.ts";
import { Ownership } from "./ownership.ts";
import type { Grant } from "./ports.ts";
import { createMapId, type LinkSecrets } from "./secrets.ts";

const keepMs = 1_000_000;

let store: MemoryAccessStore;
let access: Access;
let accounts: Accounts;
let ownership: Ownership;
let now: number;
let map: MapId;
let secrets: LinkSecrets;

beforeEach(async () => {
  now = 1_000;
  store = new MemoryAccessStore();
  access = new Access(store, () => now);
  accounts = new Accounts(new MemoryAccountStore(store), access, () => now);
  ownership = new Ownership(store, () => now, keepMs);
  map = createMapId();
  secrets = await ownership.createMap(map);
});

/** Comes by a link as the page does. */
async function come(account: string, secret: string): Promise<Grant> {
  const opened = await access.openSession(map, secret, undefined);
  if (!opened.ok) throw new Error(opened.error);
  await accounts.note(account, opened.value.map, opened.value.grant);
  return opened.value.grant;
}

const rolesOf = async (account: string) =>
  (await accounts.list(account, undefined, 10)).map(({ role }) => role);

describe("[A14] the maps of an account", () => {
  it("are listed with the strongest right that still holds, and when they were last open", async () => {
    await accounts.noteMade("ann", map, "Parks");
    now = 2_000;
    await come("ann", secrets.view);
    expect(await accounts.list("ann", undefined, 10)).toEqual([
      { id: map, title: "Parks", role: "owner", lockedAt: undefined, deletedAt: undefined, openedAt: 2_000 },
    ]);
    await come("ben", secrets.view);
    await come("ben", secrets.edit);
    expect(await rolesOf("ben")).toEqual(["editor"]);
  });

  it("open without their link, in the role of that link, for one page", async () => {
    await come("ben", secrets.edit);
    now = 2_000;
    const opened = await accounts.openSession("ben", map);
    if (!opened.ok) throw new Error(opened.error);
    expect(opened.value).toMatchObject({ role: "editor", isLocked: false });
    expect(await access.authorize(map, { bearer: opened.value.token, cookie: undefined })).toMatchObject({
      value: { role: "editor", link: "edit", generation: 1 },
    });
    expect((await accounts.list("ben", undefined, 10))[0]?.openedAt).toBe(2_000);
  });

  it("open for nobody who did not come by a link, whether or not there is such a map", async () => {
    expect(await accounts.openSession("eve", map)).toEqual({ ok: false, error: "not-found" });
    expect(await accounts.openSession("eve", createMapId())).toEqual({ ok: false, error: "not-found" });
  });

  it("end with the link by which they came, with the sessions they gave, and no other", async () => {
    await accounts.noteMade("ann", map, "");
    await come("ben", secrets.edit);
    const opened = await accounts.openSession("ben", map);
    await ownership.changeLink(map, "edit", secrets.owner);
    expect(await rolesOf("ben")).toEqual([]);
    expect(await accounts.openSession("ben", map)).toEqual({ ok: false, error: "not-found" });
    const bearer = opened.ok ? opened.value.token : undefined;
    expect(await access.authorize(map, { bearer, cookie: undefined })).toEqual({
      ok: false,
      error: "unauthenticated",
    });
    expect(await rolesOf("ann")).toEqual(["owner"]);
  });

  it("go on with a weaker link when the stronger one has ended", async () => {
    await come("ben", secrets.edit);
    await ownership.changeLink(map, "edit", secrets.owner);
    await come("ben", secrets.view);
    expect(await rolesOf("ben")).toEqual(["viewer"]);
  });

  it("are closed to a former owner, whose link was handed over", async () => {
    await accounts.noteMade("ann", map, "");
    await ownership.changeLink(map, "owner", secrets.owner);
    expect(await accounts.openSession("ann", map)).toEqual({ ok: false, error: "not-found" });
    await come("ann", secrets.edit);
    expect(await rolesOf("ann")).toEqual(["editor"]);
  });

  it("can only be read while they are locked, but by their owner", async () => {
    await accounts.noteMade("ann", map, "");
    await come("ben", secrets.edit);
    await ownership.setLocked(map, true);
    expect(await accounts.openSession("ben", map)).toMatchObject({
      value: { role: "viewer", isLocked: true },
    });
    expect(await rolesOf("ben")).toEqual(["viewer"]);
    expect(await rolesOf("ann")).toEqual(["owner"]);
  });

  it("are brought back after a deletion by their owner alone, while there is time", async () => {
    await accounts.noteMade("ann", map, "");
    await come("ben", secrets.edit);
    await ownership.deleteMap(map);
    expect(await accounts.openSession("ann", map)).toEqual({ ok: false, error: "deleted" });
    expect(await rolesOf("ben")).toEqual([]);
    const [anns, bens] = [await accounts.rightOf("ann", map), await accounts.rightOf("ben", map)];
    if (anns === undefined || bens === undefined) throw new Error("Both have come.");
    expect(await ownership.restoreByGrant(map, bens)).toEqual({ ok: false, error: "not-found" });
    expect((await ownership.restoreByGrant(map, anns)).ok).toBe(true);
    expect(await rolesOf("ben")).toEqual(["editor"]);
    await ownership.deleteMap(map);
    now += keepMs;
    expect(await ownership.restoreByGrant(map, anns)).toEqual({ ok: false, error: "deleted" });
  });

  it("are not brought back by a former owner", async () => {
    await accounts.noteMade("ann", map, "");
    await ownership.changeLink(map, "owner", secrets.owner);
    await ownership.deleteMap(map);
    expect(await ownership.restoreByGrant(map, { link: "owner", generation: 1 })).toEqual({
      ok: false,
      error: "not-found",
    });
  });

  it("are forgotten on wish, and come back only by a link", async () => {
    await come("ben", secrets.edit);
    await accounts.forget("ben", map);
    expect(await rolesOf("ben")).toEqual([]);
    expect(await accounts.openSession("ben", map)).toEqual({ ok: false, error: "not-found" });
    await come("ben", secrets.edit);
    expect(await rolesOf("ben")).toEqual(["editor"]);
  });
});

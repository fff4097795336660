import { beforeEach, describe, expect, it } from "vitest";
import { linkNames, roleOfLink } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { MemoryAccessStore } from "../storage/memory/memory-access-store.ts";
import { Access, createMapId, type LinkSecrets, Ownership } from "./index.ts";
import { hashSecret } from "./secrets.ts";

const day = 24 * 60 * 60 * 1000;

let now: number;
let store: MemoryAccessStore;
let access: Access;
let ownership: Ownership;
let map: MapId;
let secrets: LinkSecrets;

beforeEach(async () => {
  now = 1_000_000;
  store = new MemoryAccessStore();
  access = new Access(store, () => now);
  ownership = new Ownership(store, () => now, 30 * day);
  map = createMapId();
  secrets = await ownership.createMap(map);
});

const byBearer = (bearer: string) => access.authorize(map, { bearer, cookie: undefined });
const byCookie = (cookie: string) => access.authorize(map, { bearer: undefined, cookie });

async function open(secret: string, device?: string) {
  const opened = await access.openSession(map, secret, device);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

describe("Access", () => {
  it("[A1] stores no secret, only hashes", async () => {
    const stored = JSON.stringify(await store.findMap(map));
    for (const link of linkNames) {
      expect(stored).not.toContain(secrets[link]);
      expect(stored).toContain(hashSecret(secrets[link]));
    }
  });

  it.each(linkNames)("[A3] gives for the %s link its role, by token and by cookie", async (link) => {
    const { role, token, deviceToken } = await open(secrets[link]);
    expect(role).toBe(roleOfLink[link]);
    expect(token).not.toBe(deviceToken);
    expect(await byBearer(token)).toMatchObject({ ok: true, value: { role, via: "bearer" } });
    expect(await byCookie(deviceToken)).toMatchObject({ ok: true, value: { role, via: "cookie" } });
  });

  it("[A3] keeps the strongest right that a device was given for a map", async () => {
    const { deviceToken } = await open(secrets.edit);
    const viewing = await open(secrets.view, deviceToken);
    expect(viewing.deviceToken).toBe(deviceToken);
    expect(await byBearer(viewing.token)).toMatchObject({ value: { role: "viewer" } });
    expect(await byCookie(deviceToken)).toMatchObject({ value: { role: "editor" } });
    await open(secrets.owner, deviceToken);
    expect(await byCookie(deviceToken)).toMatchObject({ value: { role: "owner" } });
  });

  it("[A3] gives a device whose cookie nobody knows one of its own", async () => {
    const { deviceToken } = await open(secrets.edit, "made up");
    expect(deviceToken).not.toBe("made up");
    expect(await byCookie("made up")).toEqual({ ok: false, error: "unauthenticated" });
  });

  it("[A3] ends a session 30 days after it was last used", async () => {
    const { token } = await open(secrets.edit);
    now += 29 * day;
    expect((await byBearer(token)).ok).toBe(true);
    now += 29 * day;
    expect((await byBearer(token)).ok).toBe(true);
    now += 31 * day;
    expect(await byBearer(token)).toEqual({ ok: false, error: "unauthenticated" });
  });

  it("[A3] lets people in although their session cannot be prolonged", async () => {
    const { token } = await open(secrets.edit);
    store.extendSession = () => Promise.reject(new Error("made to fail"));
    now += 2 * day;
    expect((await byBearer(token)).ok).toBe(true);
  });

  it("[A4] takes a link's secret in place of a token, but not as a cookie", async () => {
    expect(await byBearer(secrets.comment)).toMatchObject({ value: { role: "commenter" } });
    expect(await byCookie(secrets.comment)).toEqual({ ok: false, error: "unauthenticated" });
  });

  it("[A4] refuses a wrong bearer although the cookie is right", async () => {
    const { deviceToken } = await open(secrets.owner);
    const authorized = await access.authorize(map, { bearer: "wrong", cookie: deviceToken });
    expect(authorized).toEqual({ ok: false, error: "unauthenticated" });
  });

  it("[A4] opens no other map", async () => {
    const other = createMapId();
    await ownership.createMap(other);
    const { token, deviceToken } = await open(secrets.owner);
    for (const bearer of [token, secrets.owner])
      expect((await access.authorize(other, { bearer, cookie: undefined })).ok).toBe(false);
    expect((await access.authorize(other, { bearer: undefined, cookie: deviceToken })).ok).toBe(false);
    expect(await access.openSession(other, secrets.owner, undefined)).toEqual({
      ok: false,
      error: "wrong-secret",
    });
  });

  it("[A7] lets nobody into a deleted map", async () => {
    const { token } = await open(secrets.edit);
    await ownership.deleteMap(map);
    for (const bearer of [token, secrets.owner])
      expect(await byBearer(bearer)).toEqual({ ok: false, error: "deleted" });
  });

  it("[A8] takes what a link gave when it is changed, and the old link, and leaves the others", async () => {
    const { token, deviceToken } = await open(secrets.edit);
    const viewing = await open(secrets.view);
    const changed = await ownership.changeLink(map, "edit", secrets.owner);
    const newSecret = changed.ok ? changed.value.edit : "";
    for (const bearer of [token, secrets.edit])
      expect(await byBearer(bearer)).toEqual({ ok: false, error: "unauthenticated" });
    expect(await byCookie(deviceToken)).toEqual({ ok: false, error: "unauthenticated" });
    expect(await byBearer(newSecret)).toMatchObject({ value: { role: "editor", generation: 2 } });
    expect(await byBearer(viewing.token)).toMatchObject({ value: { role: "viewer" } });
  });

  it("[A8] forgets the right that a device had by a link that was changed, however strong", async () => {
    const { deviceToken } = await open(secrets.edit);
    await ownership.changeLink(map, "edit", secrets.owner);
    await open(secrets.view, deviceToken);
    expect(await byCookie(deviceToken)).toMatchObject({ value: { role: "viewer" } });
  });

  it("[A10] lets only the owner change a locked map, by link, token and cookie alike", async () => {
    const { token, deviceToken } = await open(secrets.edit);
    await ownership.setLocked(map, true);
    for (const bearer of [token, secrets.edit, secrets.comment])
      expect(await byBearer(bearer)).toMatchObject({ value: { role: "viewer" } });
    expect(await byCookie(deviceToken)).toMatchObject({ value: { role: "viewer" } });
    expect(await byBearer(secrets.owner)).toMatchObject({ value: { role: "owner" } });
    expect(await open(secrets.edit)).toMatchObject({ role: "viewer", isLocked: true });
    await ownership.setLocked(map, false);
    expect(await byBearer(token)).toMatchObject({ value: { role: "editor" } });
    expect(await open(secrets.edit)).toMatchObject({ role: "editor", isLocked: false });
  });

  it("[W8] tells what has become of a right in use", async () => {
    const right = { link: "edit", generation: 1, role: "editor" } as const;
    const changeNow = async () => (await access.watch(map))(right);
    expect(await changeNow()).toBeUndefined();
    await ownership.setLocked(map, true);
    expect(await changeNow()).toBe("other-role");
    await ownership.changeLink(map, "edit", secrets.owner);
    expect(await changeNow()).toBe("revoked");
    await ownership.deleteMap(map);
    expect(await changeNow()).toBe("deleted");
    expect((await access.watch(createMapId()))(right)).toBe("deleted");
  });
});

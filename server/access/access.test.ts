import { beforeEach, describe, expect, it } from "vitest";
import { linkNames, roleOfLink } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { MemoryAccessStore } from "../storage/memory/memory-access-store.ts";
import { Access, createMapId, type LinkSecrets } from "./index.ts";
import { deriveSecrets, hashSecret } from "./secrets.ts";

const day = 24 * 60 * 60 * 1000;

let now: number;
let store: MemoryAccessStore;
let access: Access;
let map: MapId;
let secrets: LinkSecrets;

beforeEach(async () => {
  now = 1_000_000;
  store = new MemoryAccessStore();
  access = new Access(store, () => now);
  map = createMapId();
  secrets = await access.createMap(map);
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

  it("[A1] derives the lesser secrets from the owner's and the generation", () => {
    const first = deriveSecrets("owner secret", () => 1);
    expect(deriveSecrets("owner secret", () => 1)).toEqual(first);
    expect(deriveSecrets("owner secret", () => 2).edit).not.toBe(first.edit);
    expect(deriveSecrets("another", () => 1).edit).not.toBe(first.edit);
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
    await access.createMap(other);
    const { token, deviceToken } = await open(secrets.owner);
    for (const bearer of [token, secrets.owner])
      expect((await access.authorize(other, { bearer, cookie: undefined })).ok).toBe(false);
    expect((await access.authorize(other, { bearer: undefined, cookie: deviceToken })).ok).toBe(false);
    expect(await access.openSession(other, secrets.owner, undefined)).toEqual({
      ok: false,
      error: "wrong-secret",
    });
  });

  it("[A6] gives all secrets for the owner's alone", async () => {
    expect(await access.secretsOf(map, secrets.owner)).toEqual({ ok: true, value: secrets });
    for (const link of ["edit", "comment", "view"] as const)
      expect(await access.secretsOf(map, secrets[link])).toEqual({ ok: false, error: "wrong-secret" });
  });

  it("[A7] lets nobody into a deleted map", async () => {
    const { token } = await open(secrets.edit);
    await access.deleteMap(map);
    for (const bearer of [token, secrets.owner])
      expect(await byBearer(bearer)).toEqual({ ok: false, error: "deleted" });
    expect(await access.secretsOf(map, secrets.owner)).toEqual({ ok: false, error: "deleted" });
  });

  it("[A8] takes what a link gave when its generation has moved on", async () => {
    const { token } = await open(secrets.edit);
    const stored = await store.findMap(map);
    const rotated = (stored?.links ?? []).map((link) =>
      link.link === "edit" ? { ...link, generation: 2, secretHash: hashSecret("new secret") } : link,
    );
    const findMap = store.findMap.bind(store);
    store.findMap = async (id) => ({
      ...(await findMap(id)),
      id,
      createdAt: 1,
      deletedAt: undefined,
      links: rotated,
    });
    expect(await byBearer(token)).toEqual({ ok: false, error: "unauthenticated" });
    expect(await byBearer(secrets.edit)).toEqual({ ok: false, error: "unauthenticated" });
    expect(await byBearer("new secret")).toMatchObject({ value: { role: "editor", generation: 2 } });
  });
});

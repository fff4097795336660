import { beforeEach, describe, expect, it } from "vitest";
import { joinCodeAlphabet, joinCodeChars } from "#shared/protocol/join-code.ts";
import { limits } from "#shared/protocol/limits.ts";
import { MemoryAccessStore } from "../storage/memory/memory-access-store.ts";
import { MemoryCodeStore } from "../storage/memory/memory-code-store.ts";
import { Access, createMapId, JoinCodes, type LinkSecrets, Ownership, type StoredMap } from "./index.ts";
import { hashSecret } from "./secrets.ts";

const day = 24 * 60 * 60 * 1000;

let now: number;
let store: MemoryCodeStore;
let access: Access;
let ownership: Ownership;
let codes: JoinCodes;
let map: StoredMap;
let secrets: LinkSecrets;

beforeEach(async () => {
  now = 1_000_000;
  const accesses = new MemoryAccessStore();
  store = new MemoryCodeStore(accesses);
  access = new Access(accesses, () => now);
  ownership = new Ownership(accesses, () => now, 30 * day);
  codes = new JoinCodes(store, access, () => now);
  const id = createMapId();
  secrets = await ownership.createMap(id);
  const found = await accesses.findMap(id);
  if (found === undefined) throw new Error("The map was not made.");
  map = found;
});

async function join(code: string, device?: string) {
  const found = await codes.find(code);
  const opened = found && (await codes.open(found, device));
  return opened?.ok ? opened.value : undefined;
}

async function joined(code: string, device?: string) {
  const opened = await join(code, device);
  if (opened === undefined) throw new Error("not let in");
  return opened;
}

async function roleOf(token: string, via: "bearer" | "cookie" = "bearer"): Promise<string> {
  const credentials = { bearer: undefined, cookie: undefined, [via]: token };
  const authorized = await access.authorize(map.id, credentials);
  return authorized.ok ? authorized.value.role : authorized.error;
}

describe("join codes", () => {
  it("[A15] of an audience are short and easily told apart, a remote's are not to be guessed; hashes are kept", async () => {
    const { code } = await codes.make(map, "audience");
    expect([...code].filter((letter) => joinCodeAlphabet.includes(letter))).toHaveLength(joinCodeChars);
    const { code: long } = await codes.make(map, "remote");
    // Of 64 letters, so many bits.
    expect(long.length * 6).toBeGreaterThanOrEqual(128);
    for (const each of [code, long]) {
      expect(await store.find(each)).toBeUndefined();
      expect((await store.find(hashSecret(each)))?.map).toBe(map.id);
    }
  });

  it("[A15] are another each time, all over the alphabet", async () => {
    const made = new Set<string>();
    for (let count = 0; count < 200; count++) made.add((await codes.make(map, "audience")).code);
    expect(made.size).toBe(200);
    expect(new Set([...made].join("")).size).toBe(joinCodeAlphabet.length);
  });

  it("[A15] make one a viewer, or who steers from another device an editor, and never an owner", async () => {
    const audience = await joined((await codes.make(map, "audience")).code.toLowerCase());
    const remote = await joined((await codes.make(map, "remote")).code);
    expect([await roleOf(audience.token), await roleOf(remote.token)]).toEqual(["viewer", "editor"]);
    expect(await roleOf(audience.deviceToken, "cookie")).toBe("viewer");
    await ownership.setLocked(map.id, true);
    expect(await roleOf(remote.token)).toBe("viewer");
  });

  it("[A15] [A16] end after twelve hours, and with them what they gave, however much it is used", async () => {
    const { code, expiresAt } = await codes.make(map, "remote");
    expect(expiresAt).toBe(now + limits.joinCodeMs);
    now = expiresAt - 1;
    const { token, deviceToken } = await joined(code);
    expect(await roleOf(token)).toBe("editor");
    const { ok } = await access.authorize(map.id, { bearer: token, cookie: undefined });
    expect(ok).toBe(true);
    now = expiresAt;
    expect(await join(code)).toBeUndefined();
    expect(await roleOf(token)).toBe("unauthenticated");
    expect(await roleOf(deviceToken, "cookie")).toBe("unauthenticated");
  });

  it("[A15] [A16] end with the right of who made them, so that no code is made out of another for ever", async () => {
    const first = await codes.make(map, "remote");
    now = first.expiresAt - 1;
    const { token } = await joined(first.code);
    const maker = await access.authorize(map.id, { bearer: token, cookie: undefined });
    if (!maker.ok) throw new Error(maker.error);
    const second = await codes.make(map, "remote", maker.value.endsAt);
    expect(second.expiresAt).toBe(first.expiresAt);
    const late = await joined(second.code);
    now = first.expiresAt;
    expect([await join(second.code), await roleOf(late.token)]).toEqual([undefined, "unauthenticated"]);
  });

  it("[A16] take nothing from a device that it was given for longer", async () => {
    const viewing = await access.openSession(map.id, secrets.view, undefined);
    if (!viewing.ok) throw new Error(viewing.error);
    const { code, expiresAt } = await codes.make(map, "remote");
    const remote = await joined(code, viewing.value.deviceToken);
    expect(await roleOf(remote.token)).toBe("editor");
    now = expiresAt;
    expect(await roleOf(remote.token)).toBe("unauthenticated");
    expect(await roleOf(viewing.value.deviceToken, "cookie")).toBe("viewer");
  });

  it("[A15] end with the talk for those who come later, and not for those who came", async () => {
    const [one, two] = [await codes.make(map, "audience"), await codes.make(map, "audience")];
    const { token } = await joined(one.code);
    await codes.end(map.id, one.code);
    expect([await join(one.code), await roleOf(token)]).toEqual([undefined, "viewer"]);
    await joined(two.code);
    await codes.endAll(map.id);
    expect(await join(two.code)).toBeUndefined();
  });

  it("[A15] [A8] end with the link whose right they give, with all that came by them, and with the map", async () => {
    const [audience, remote] = [await codes.make(map, "audience"), await codes.make(map, "remote")];
    const { token } = await joined(audience.code);
    await ownership.changeLink(map.id, "view", secrets.owner);
    expect([await join(audience.code), await roleOf(token)]).toEqual([undefined, "unauthenticated"]);
    expect(await join(remote.code)).toBeDefined();
    await ownership.deleteMap(map.id);
    expect(await join(remote.code)).toBeUndefined();
  });

  it("[A15] of another map cannot be ended", async () => {
    const { code } = await codes.make(map, "audience");
    const other = createMapId();
    await codes.end(other, code);
    await codes.endAll(other);
    expect(await join(code)).toBeDefined();
  });

  it("[A15] are forgotten when they have ended", async () => {
    const { code, expiresAt } = await codes.make(map, "audience");
    now = expiresAt + 1;
    await codes.forgetEnded();
    expect(await store.find(hashSecret(code))).toBeUndefined();
  });
});

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";

/** A secret for each link, as the links carry it. */
export type LinkSecrets = Readonly<Record<LinkName, string>>;

/** 128 bits, so that nobody finds a map by trying. */
export function createMapId(): MapId {
  return randomBytes(16).toString("base64url") as MapId;
}

/** 192 bits for what gives access. */
export function createSecret(): string {
  return randomBytes(24).toString("base64url");
}

/**
 * The secret of one of the lesser links, from the owner's. It is derived, so that an owner can be shown it again while
 * the server keeps hashes only; nobody can get from it to another link's, or to the owner's.
 */
export function deriveSecret(ownerSecret: string, link: LinkName, generation: number): string {
  return createHmac("sha256", ownerSecret).update(`${link}:${generation}`).digest("base64url");
}

/** What is stored in place of a secret or token; their entropy makes a salt and a slow hash needless. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Compares in a time that tells nothing of where the two differ. */
export function isSameHash(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.byteLength === second.byteLength && timingSafeEqual(first, second);
}

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Locks a link's secret up so that only the owner's secret brings it out again. */
export function sealSecret(secret: string, ownerSecret: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, sealingKey(ownerSecret), nonce);
  const sealed = Buffer.concat([sealing.update(secret, "utf8"), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString("base64url");
}

/** What `sealSecret` locked up; throws when the owner's secret is another. */
export function unsealSecret(sealed: string, ownerSecret: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const opening = createDecipheriv(cipher, sealingKey(ownerSecret), bytes.subarray(0, nonceBytes));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = opening.update(bytes.subarray(nonceBytes + tagBytes));
  return Buffer.concat([text, opening.final()]).toString("utf8");
}

function sealingKey(ownerSecret: string): Buffer {
  return createHmac("sha256", ownerSecret).update("seal").digest();
}

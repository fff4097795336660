import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { LinkName } from "#shared/protocol/roles.ts";
import { linkNames } from "#shared/protocol/roles.ts";
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
 * All four secrets from the owner's. The lesser three are derived, so that an owner can be shown them again while
 * the server keeps hashes only; nobody can get from one of them to another or to the owner's.
 */
export function deriveSecrets(ownerSecret: string, generationOf: (link: LinkName) => number): LinkSecrets {
  const secretOf = (link: LinkName): string =>
    link === "owner"
      ? ownerSecret
      : createHmac("sha256", ownerSecret)
          .update(`${link}:${generationOf(link)}`)
          .digest("base64url");
  return Object.fromEntries(linkNames.map((link) => [link, secretOf(link)])) as LinkSecrets;
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

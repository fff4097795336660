import { type LinkName, type Role, roleOfLink } from "#shared/protocol/roles.ts";
import type { Grant, StoredLink, StoredMap } from "./ports.ts";
import { hashSecret, isSameHash } from "./secrets.ts";

/** Why somebody may not do something with a map. */
export type AccessFault = "not-found" | "deleted" | "unauthenticated" | "wrong-secret";

/** What has become of a right that somebody had: gone with the map or with their link, or it is another one now. */
export type RightChange = (typeof rightChanges)[number];
export const rightChanges = ["deleted", "revoked", "other-role"] as const;

/** That of the links that a map is made with. */
export const firstGeneration = 1;

/** A right as somebody uses it. */
export type RightInUse = Readonly<{
  link: string;
  generation: number;
  role: Role;
  endsAt?: number | undefined;
}>;

/** What a link gives at present: while a map is locked, everybody but its owner can only read it. */
export function roleIn({ lockedAt }: Pick<StoredMap, "lockedAt">, link: LinkName): Role {
  const role = roleOfLink[link];
  return lockedAt === undefined || role === "owner" ? role : "viewer";
}

/** Whether a right's own time is over. */
export function hasEnded({ endsAt }: Pick<Grant, "endsAt">, now: number): boolean {
  return endsAt !== undefined && endsAt <= now;
}

/** Whether a link still is what it was when it gave this right. */
export function isCurrent(map: StoredMap, grant: Grant): boolean {
  return map.links.some(({ link, generation }) => link === grant.link && generation === grant.generation);
}

/** What has become of a right; `undefined` when it is as it was. */
export function changeOf(
  map: StoredMap | undefined,
  right: RightInUse,
  now: number,
): RightChange | undefined {
  if (map === undefined || map.deletedAt !== undefined) return "deleted";
  const stored = map.links.find(({ link }) => link === right.link);
  if (stored === undefined || stored.generation !== right.generation || hasEnded(right, now))
    return "revoked";
  return roleIn(map, stored.link) === right.role ? undefined : "other-role";
}

/** The link that a secret belongs to. Looks at all of them, so that the time taken tells nothing. */
export function linkOfSecret(map: StoredMap, secret: string): StoredLink | undefined {
  const hash = hashSecret(secret);
  return map.links.filter((link) => isSameHash(link.secretHash, hash))[0];
}

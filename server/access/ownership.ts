import { err, ok, type Result } from "#shared/lib/result.ts";
import { type LinkName, linkNames } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, Grant, StoredLink, StoredMap } from "./ports.ts";
import { type AccessFault, firstGeneration, isCurrent, linkOfSecret } from "./rights.ts";
import {
  createSecret,
  deriveSecret,
  hashSecret,
  type LinkSecrets,
  sealSecret,
  unsealSecret,
} from "./secrets.ts";

/** What an owner decides about a map: its links, its lock, its end. Callers tell those whose rights change. */
export class Ownership {
  readonly #store: AccessStore;
  readonly #now: () => number;
  readonly #keepDeletedMs: number;

  constructor(store: AccessStore, now: () => number, keepDeletedMs: number) {
    this.#store = store;
    this.#now = now;
    this.#keepDeletedMs = keepDeletedMs;
  }

  /** Registers a map and returns its secrets, the only time that all are known without the owner's. */
  async createMap(id: MapId): Promise<LinkSecrets> {
    const ownerSecret = createSecret();
    const links = linkNames.map((link) => newLink(link, firstGeneration, ownerSecret));
    await this.#store.createMap(id, this.#now(), links);
    return secretsOfLinks(links, ownerSecret);
  }

  /** All secrets of a map again, for whoever has the owner's. */
  async secretsOf(id: MapId, ownerSecret: string): Promise<Result<LinkSecrets, AccessFault>> {
    const map = await this.#findOwned(id, ownerSecret);
    return map.ok ? ok(secretsOfLinks(map.value.links, ownerSecret)) : map;
  }

  /**
   * Gives one link a new secret; the old one, and whatever it gave, is void. The others stay as they are. A new link for
   * the owner has a secret that cannot be got from the old one, nor can any link that is made after it.
   */
  async changeLink(
    id: MapId,
    link: LinkName,
    ownerSecret: string,
  ): Promise<Result<LinkSecrets, AccessFault | "conflict">> {
    const map = await this.#findOwned(id, ownerSecret);
    if (!map.ok) return map;
    const before = map.value.links;
    const secrets = secretsOfLinks(before, ownerSecret);
    const newOwnerSecret = link === "owner" ? createSecret() : ownerSecret;
    const after = before.map((stored) => {
      if (stored.link === link) return newLink(link, stored.generation + 1, newOwnerSecret);
      if (link !== "owner") return stored;
      return { ...stored, sealed: sealSecret(secrets[stored.link], newOwnerSecret) };
    });
    const isDone = await this.#store.replaceLinks(id, before, after);
    return isDone ? ok(secretsOfLinks(after, newOwnerSecret)) : err("conflict");
  }

  async isLocked(id: MapId): Promise<boolean> {
    return (await this.#store.findMap(id))?.lockedAt !== undefined;
  }

  /** While a map is locked nobody but its owner can change it. */
  async setLocked(id: MapId, isLocked: boolean): Promise<void> {
    await this.#store.setLocked(id, isLocked ? this.#now() : undefined);
  }

  /** Closes a map to everybody; returns until when that can be taken back. */
  async deleteMap(id: MapId): Promise<number> {
    const deletedAt = this.#now();
    await this.#store.deleteMap(id, deletedAt);
    return deletedAt + this.#keepDeletedMs;
  }

  /** Until when this secret's holder can have a deleted map back; `undefined` for all but its owner. */
  async restorableUntil(id: MapId, ownerSecret: string): Promise<number | undefined> {
    const map = await this.#store.findMap(id);
    if (map?.deletedAt === undefined || linkOfSecret(map, ownerSecret)?.link !== "owner") return undefined;
    const until = map.deletedAt + this.#keepDeletedMs;
    return until > this.#now() ? until : undefined;
  }

  /** Takes a deletion back: all links work again. A map that is not deleted stays as it is. */
  async restoreMap(id: MapId, ownerSecret: string): Promise<Result<void, AccessFault>> {
    const map = await this.#store.findMap(id);
    if (map === undefined) return err("not-found");
    return linkOfSecret(map, ownerSecret)?.link === "owner" ? this.#restore(map) : err("wrong-secret");
  }

  /** The same for somebody who has the owner's right without the secret. */
  async restoreByGrant(id: MapId, grant: Grant): Promise<Result<void, AccessFault>> {
    const map = await this.#store.findMap(id);
    const isOwners = map !== undefined && grant.link === "owner" && isCurrent(map, grant);
    return isOwners ? this.#restore(map) : err("not-found");
  }

  /** Erases maps whose deletion can no longer be taken back; the document first, so that none is left behind unseen. */
  async eraseExpired(eraseDocument: (id: MapId) => Promise<void>): Promise<void> {
    for (const id of await this.#store.listDeleted(this.#eraseBefore())) {
      await eraseDocument(id);
      await this.#store.eraseMap(id);
    }
  }

  async #restore({ id, deletedAt }: StoredMap): Promise<Result<void, AccessFault>> {
    if (deletedAt === undefined) return ok(undefined);
    return (await this.#store.restoreMap(id, this.#eraseBefore())) ? ok(undefined) : err("deleted");
  }

  #eraseBefore(): number {
    return this.#now() - this.#keepDeletedMs;
  }

  async #findOwned(id: MapId, ownerSecret: string): Promise<Result<StoredMap, AccessFault>> {
    const map = await this.#store.findMap(id);
    if (map === undefined) return err("not-found");
    if (map.deletedAt !== undefined) return err("deleted");
    return linkOfSecret(map, ownerSecret)?.link === "owner" ? ok(map) : err("wrong-secret");
  }
}

/** A link whose secret follows from the owner's; the owner's is that itself. */
function newLink(link: LinkName, generation: number, ownerSecret: string): StoredLink {
  const secret = link === "owner" ? ownerSecret : deriveSecret(ownerSecret, link, generation);
  return { link, generation, secretHash: hashSecret(secret), sealed: undefined };
}

function secretsOfLinks(links: readonly StoredLink[], ownerSecret: string): LinkSecrets {
  const secretOf = ({ link, generation, sealed }: StoredLink): string => {
    if (link === "owner") return ownerSecret;
    return sealed === undefined
      ? deriveSecret(ownerSecret, link, generation)
      : unsealSecret(sealed, ownerSecret);
  };
  return Object.fromEntries(links.map((stored) => [stored.link, secretOf(stored)])) as LinkSecrets;
}

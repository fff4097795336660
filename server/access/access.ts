import { err, ok, type Result } from "#shared/lib/result.ts";
import { type LinkName, type Role, roleOfLink, roles } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, Grant, StoredMap } from "./ports.ts";
import {
  type AccessFault,
  changeOf,
  hasEnded,
  isCurrent,
  linkOfSecret,
  type RightChange,
  type RightInUse,
  roleIn,
} from "./rights.ts";
import { createSecret, hashSecret } from "./secrets.ts";

/** What a request brings: the bearer (a token or a link's secret) counts before the cookie. */
export type Credentials = Readonly<{ bearer: string | undefined; cookie: string | undefined }>;

/** What a request may do. `identity` is the same for every request of one session. */
export type Authorized = Readonly<{
  map: StoredMap;
  identity: string;
  role: Role;
  link: LinkName;
  generation: number;
  endsAt: number | undefined;
  via: "bearer" | "cookie";
}>;

/** What one page may do, and the token that says so. */
export type PageSession = Readonly<{ role: Role; isLocked: boolean; token: string }>;

export type OpenedSession = PageSession &
  Readonly<{ map: StoredMap; grant: Grant; deviceToken: string; expiresAt: number }>;

const day = 24 * 60 * 60 * 1000;
const sessionMs = 30 * day;
/** A session in use is prolonged at most once a day, so that reading does not mean writing. */
const prolongAfterMs = day;

/** Who may do what, decided in one place for HTTP and WebSocket alike. */
export class Access {
  readonly #store: AccessStore;
  readonly #now: () => number;

  constructor(store: AccessStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Trades a link's secret for a session: a token for this page, and the device's own, which collects what this
   * device was given so that plain links to files work.
   */
  async openSession(
    id: MapId,
    secret: string,
    deviceToken: string | undefined,
  ): Promise<Result<OpenedSession, AccessFault>> {
    const map = await this.#findMap(id);
    if (!map.ok) return map;
    const link = linkOfSecret(map.value, secret);
    if (link === undefined) return err("wrong-secret");
    return ok(await this.#open(map.value, { link: link.link, generation: link.generation }, deviceToken));
  }

  /** The same by a right that is not that of a link's bearer, such as a join code gives, if it holds. */
  async openByCode(
    id: MapId,
    grant: Grant,
    deviceToken: string | undefined,
  ): Promise<Result<OpenedSession, AccessFault>> {
    const map = await this.#findMap(id);
    if (!map.ok) return map;
    if (!this.#holds(map.value, grant)) return err("not-found");
    return ok(await this.#open(map.value, grant, deviceToken));
  }

  /** Opens a map for one page by a right that was given before, if that still holds. */
  async openByGrant(id: MapId, grant: Grant): Promise<Result<PageSession, AccessFault>> {
    const map = await this.#findMap(id);
    if (!map.ok) return map;
    if (!isCurrent(map.value, grant)) return err("not-found");
    return ok(await this.#grantPage(map.value, grant, this.#now() + sessionMs));
  }

  /** What a request may do with a map. */
  async authorize(id: MapId, { bearer, cookie }: Credentials): Promise<Result<Authorized, AccessFault>> {
    const found = await this.#findMap(id);
    if (!found.ok) return found;
    const map = found.value;
    const token = bearer ?? cookie;
    if (token === undefined) return err("unauthenticated");
    const via = bearer === undefined ? "cookie" : "bearer";
    const identity = hashSecret(token);
    const stored: Grant | undefined = via === "bearer" ? linkOfSecret(map, token) : undefined;
    const grant = (await this.#currentGrant(map, identity)) ?? stored;
    if (grant === undefined) return err("unauthenticated");
    const { link, generation, endsAt } = grant;
    return ok({ map, identity, role: roleIn(map, link), link, generation, endsAt, via });
  }

  /** Tells, of rights to a map that are in use, what has become of them. */
  async watch(id: MapId): Promise<(right: RightInUse) => RightChange | undefined> {
    const map = await this.#store.findMap(id);
    return (right) => changeOf(map, right, this.#now());
  }

  async forgetEnded(): Promise<void> {
    await this.#store.forgetEnded(this.#now());
  }

  async #findMap(id: MapId): Promise<Result<StoredMap, AccessFault>> {
    const map = await this.#store.findMap(id);
    if (map === undefined) return err("not-found");
    return map.deletedAt === undefined ? ok(map) : err("deleted");
  }

  async #currentGrant(map: StoredMap, tokenHash: string): Promise<Grant | undefined> {
    const session = await this.#store.findSession(tokenHash, map.id);
    const now = this.#now();
    if (session === undefined || session.expiresAt < now) return undefined;
    if (session.expiresAt - now < sessionMs - prolongAfterMs) {
      // On a full disk people keep what they have; the session is prolonged another time.
      await this.#store.extendSession(tokenHash, now + sessionMs).catch(() => undefined);
    }
    const { grant } = session;
    return grant !== undefined && this.#holds(map, grant) ? grant : undefined;
  }

  #holds(map: StoredMap, grant: Grant): boolean {
    return isCurrent(map, grant) && !hasEnded(grant, this.#now());
  }

  async #open(map: StoredMap, grant: Grant, deviceToken: string | undefined): Promise<OpenedSession> {
    const expiresAt = this.#now() + sessionMs;
    const page = await this.#grantPage(map, grant, expiresAt);
    const device = await this.#grantDevice(map, grant, deviceToken, expiresAt);
    return { ...page, map, grant, deviceToken: device, expiresAt };
  }

  async #grantPage(map: StoredMap, grant: Grant, expiresAt: number): Promise<PageSession> {
    const token = createSecret();
    await this.#store.grant(hashSecret(token), expiresAt, map.id, grant);
    return { role: roleIn(map, grant.link), isLocked: map.lockedAt !== undefined, token };
  }

  /** A device that was once given more keeps it: it still holds that link. */
  async #grantDevice(
    map: StoredMap,
    grant: Grant,
    known: string | undefined,
    expiresAt: number,
  ): Promise<string> {
    const held = known === undefined ? undefined : await this.#store.findSession(hashSecret(known), map.id);
    const isAlive = held !== undefined && held.expiresAt >= this.#now();
    const token = known !== undefined && isAlive ? known : createSecret();
    const before = isAlive ? await this.#currentGrant(map, hashSecret(token)) : undefined;
    await this.#store.grant(hashSecret(token), expiresAt, map.id, stronger(grant, before));
    return token;
  }
}

/** Of two rights the one to keep. One that lasts counts more: the other is with the page that came by it. */
function stronger(a: Grant, b: Grant | undefined): Grant {
  if (b === undefined) return a;
  if ((a.endsAt === undefined) !== (b.endsAt === undefined)) return a.endsAt === undefined ? a : b;
  return roles.indexOf(roleOfLink[a.link]) <= roles.indexOf(roleOfLink[b.link]) ? a : b;
}

import { limits } from "#shared/protocol/limits.ts";
import { canEdit, type Role, roles } from "#shared/protocol/roles.ts";
import { MalformedFrameError, type PresenceEntry } from "./codec.ts";

/** Who announces presence: one connection. `identity` outlives it, so that a reconnect may take its ids along. */
export type PresenceOwner = Readonly<{ identity: string; role: Role; name?: string | undefined }>;

/** `isEditors`: of somebody who may edit; so it stays when they are gone, for whoever is to hear that they are. */
type Row = { clock: number; state: string; owner: PresenceOwner | undefined; isEditors: boolean };

/** What an announcement led to: ids that others must hear of, and what the announcer must hear itself. */
export type Announced = Readonly<{ changed: readonly number[]; stale: readonly PresenceEntry[] }>;

const gone = "null";
/** What only those show who may edit, as it is of everybody else. */
const editorsOwn = { drag: null, editing: null, typing: false, calls: 0, stage: null, laser: null };
/** Ids remembered after their owners left, so that late echoes do not bring ghosts back. */
const maxRows = 10_000;

/**
 * Who is in the room and what they show. A plain table: the Awareness class of y-protocols would cost a timer a room
 * and lets any client speak for any other.
 */
export class PresenceTable {
  readonly #rows = new Map<number, Row>();

  /**
   * Takes what a connection says. An id belongs to the connection that announced it first; what is said about
   * others' ids is ignored, because y-websocket clients echo what they hear.
   */
  announce(owner: PresenceOwner, entries: readonly PresenceEntry[]): Announced {
    const changed: number[] = [];
    const stale: PresenceEntry[] = [];
    for (const entry of entries) {
      const row = this.#rows.get(entry.clientId);
      if (row?.owner !== undefined && row.owner !== owner && row.owner.identity !== owner.identity) continue;
      if (
        row !== undefined &&
        entry.clock <= row.clock &&
        !(entry.clock === row.clock && entry.state === gone)
      ) {
        // A client that comes back repeats its old clock; told of its own removal, it raises the clock and shows up.
        if (row.owner === undefined && entry.state !== gone)
          stale.push({ ...entry, clock: row.clock, state: gone });
        continue;
      }
      if (row === undefined && entry.state === gone) continue;
      if (entry.state !== gone && row?.owner !== owner) this.#refuseTooMany(owner);
      this.#rows.set(entry.clientId, {
        clock: entry.clock,
        state: entry.state === gone ? gone : asOwner(entry.state, owner),
        owner: entry.state === gone ? undefined : owner,
        isEditors: canEdit(owner.role),
      });
      changed.push(entry.clientId);
    }
    return { changed, stale };
  }

  /**
   * Takes what another process says; it has checked ownership there. Whom it shows although we hold them to be gone it
   * must be told, as a client would be.
   */
  adopt(entries: readonly PresenceEntry[], owner: PresenceOwner): Announced {
    const changed: number[] = [];
    const stale: PresenceEntry[] = [];
    for (const { clientId, clock, state } of entries) {
      const row = this.#rows.get(clientId);
      if (row !== undefined && (row.clock > clock || (row.clock === clock && state !== gone))) {
        if (row.owner === undefined && state !== gone)
          stale.push({ clientId, clock: row.clock, state: gone });
        continue;
      }
      const isEditors = state === gone ? (row?.isEditors ?? false) : saysEditor(state);
      this.#rows.set(clientId, { clock, state, owner: state === gone ? undefined : owner, isEditors });
      changed.push(clientId);
    }
    return { changed, stale };
  }

  /** Marks everything that `owner` announced as gone, one clock on, so that every client believes it. */
  leave(owner: PresenceOwner): readonly number[] {
    const changed: number[] = [];
    for (const [clientId, row] of this.#rows) {
      if (row.owner !== owner) continue;
      this.#rows.set(clientId, { ...row, clock: row.clock + 1, state: gone, owner: undefined });
      changed.push(clientId);
    }
    this.#forgetOldest();
    return changed;
  }

  /** Everybody who is there. */
  present(): readonly PresenceEntry[] {
    return this.entriesOf([...this.#rows.keys()]).filter((entry) => entry.state !== gone);
  }

  /** Everybody whom `isMeant` announced. */
  presentBy(isMeant: (owner: PresenceOwner) => boolean): readonly PresenceEntry[] {
    const ids = [...this.#rows].filter(([, { owner }]) => owner !== undefined && isMeant(owner));
    return this.entriesOf(ids.map(([clientId]) => clientId));
  }

  entriesOf(ids: Iterable<number>): readonly PresenceEntry[] {
    const entries: PresenceEntry[] = [];
    for (const clientId of ids) {
      const row = this.#rows.get(clientId);
      if (row !== undefined) entries.push({ clientId, clock: row.clock, state: row.state });
    }
    return entries;
  }

  /** Whether it is, or was, somebody who may edit. */
  isEditors(clientId: number): boolean {
    return this.#rows.get(clientId)?.isEditors === true;
  }

  /** Whether `owner` is the one who announced `clientId`. */
  isOwn(owner: PresenceOwner, clientId: number): boolean {
    return this.#rows.get(clientId)?.owner === owner;
  }

  #refuseTooMany(owner: PresenceOwner): void {
    let count = 0;
    for (const row of this.#rows.values()) if (row.owner === owner) count++;
    if (count >= limits.maxAwarenessClientsPerSocket)
      throw new MalformedFrameError("presence of too many clients on one connection");
  }

  #forgetOldest(): void {
    if (this.#rows.size <= maxRows) return;
    for (const [clientId, row] of this.#rows) {
      if (row.owner === undefined) this.#rows.delete(clientId);
      if (this.#rows.size <= maxRows) return;
    }
  }
}

/** What another process has written into a state that it passes on. */
function saysEditor(state: string): boolean {
  try {
    const { role } = JSON.parse(state) as Readonly<{ role?: unknown }>;
    return roles.some((known) => known === role && canEdit(known));
  } catch {
    return false;
  }
}

/**
 * The rest of a state is the client's to choose; its role is not. A drag moves cards on the others' screens, a call asks
 * them all to come, and a stage is what an audience is shown: whoever may not edit can show none of them.
 */
function asOwner(state: string, { role, name }: PresenceOwner): string {
  if (state.length > limits.maxAwarenessBytes) throw new MalformedFrameError("presence too large");
  let value: unknown;
  try {
    value = JSON.parse(state);
  } catch (cause) {
    throw new MalformedFrameError("presence is not JSON", { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new MalformedFrameError("presence is not an object");
  const unshown = canEdit(role) ? {} : editorsOwn;
  if (name === undefined) return JSON.stringify({ ...value, ...unshown, role });
  const user = "user" in value && typeof value.user === "object" ? value.user : {};
  return JSON.stringify({ ...value, ...unshown, user: { ...user, name }, role });
}

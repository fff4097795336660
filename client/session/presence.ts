import type { Awareness } from "y-protocols/awareness";
import { type Presence, type PresentUser, presenceSchema } from "#shared/protocol/presence.ts";

/** Another person, or another tab of oneself, on this map now. */
export type Peer = Presence & Readonly<{ clientId: number }>;

/** Which clients' states a change of awareness concerns. */
type AwarenessChange = Readonly<Record<"added" | "updated" | "removed", readonly number[]>>;

/** Cursors and drags go out at most this often; everything else at once. */
const cursorIntervalMs = 50;

/**
 * Who is here and what they are doing: our own state out, the others' in. Foreign states are parsed, and one that
 * does not parse is left out. Cursors change many times a second, so who listens to people does not hear of them.
 */
export class PresenceStore {
  readonly #awareness: Awareness;
  readonly #peopleListeners = new Set<() => void>();
  readonly #cursorListeners = new Set<() => void>();
  readonly #known = new Map<number, Peer>();
  #peers: readonly Peer[] = [];
  #people: readonly Peer[] = [];
  #byCard: ReadonlyMap<string, readonly Peer[]> = new Map();
  #own: Presence;
  #timer: number | undefined;

  constructor(awareness: Awareness, user: PresentUser) {
    this.#awareness = awareness;
    this.#own = { user, cursor: null, selection: [], editing: null, drag: null };
    awareness.setLocalState(this.#own);
    awareness.on("change", this.#read);
  }

  /** What this tab is known by among the others. */
  get ownId(): number {
    return this.#awareness.clientID;
  }

  /** The others, with cursors and drags up to date. The same reference while nothing changed. */
  readonly peers = (): readonly Peer[] => this.#peers;

  /** The others, the same reference while only cursors and drags change. */
  readonly people = (): readonly Peer[] => this.#people;

  /** The others who have selected or are editing this card. The same reference while nothing changed. */
  at(id: string): readonly Peer[] {
    return this.#byCard.get(id) ?? nobody;
  }

  readonly onPeers = (listener: () => void): (() => void) => {
    this.#cursorListeners.add(listener);
    return () => this.#cursorListeners.delete(listener);
  };

  readonly onPeople = (listener: () => void): (() => void) => {
    this.#peopleListeners.add(listener);
    return () => this.#peopleListeners.delete(listener);
  };

  introduce(user: PresentUser): void {
    this.#set({ user });
  }

  select(ids: readonly string[]): void {
    this.#set({ selection: ids.slice(0, 50) });
  }

  edit(id: string | null): void {
    this.#set({ editing: id });
  }

  /** In canvas pixels; null when the pointer left the canvas. */
  point(cursor: readonly [number, number] | null): void {
    this.#own = { ...this.#own, cursor: cursor && [Math.round(cursor[0]), Math.round(cursor[1])] };
    this.#sendSoon();
  }

  /** A move in progress; null once it has been written or given up. */
  drag(drag: Presence["drag"]): void {
    const rounded = drag && { ids: drag.ids.slice(0, 50), dx: Math.round(drag.dx), dy: Math.round(drag.dy) };
    this.#own = { ...this.#own, drag: rounded };
    if (drag) this.#sendSoon();
    else this.#send();
  }

  dispose(): void {
    window.clearTimeout(this.#timer);
    this.#awareness.off("change", this.#read);
    this.#awareness.destroy();
  }

  #set(change: Partial<Presence>): void {
    this.#own = { ...this.#own, ...change };
    this.#send();
  }

  #sendSoon(): void {
    this.#timer ??= window.setTimeout(() => this.#send(), cursorIntervalMs);
  }

  #send(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#awareness.setLocalState(this.#own);
  }

  /** Parses only the states that changed: with many here, each hears of every pointer many times a second. */
  readonly #read = ({ added, updated, removed }: AwarenessChange): void => {
    const states = this.#awareness.getStates();
    for (const clientId of [...added, ...updated, ...removed]) {
      if (clientId === this.#awareness.clientID) continue;
      const parsed = presenceSchema.safeParse(states.get(clientId));
      if (parsed.success) this.#known.set(clientId, { clientId, ...parsed.data });
      else this.#known.delete(clientId);
    }
    const peers = [...this.#known.values()].sort((a, b) => a.clientId - b.clientId);
    this.#peers = peers;
    if (!sameButForCursors(peers, this.#people)) {
      this.#people = peers;
      this.#byCard = byCard(peers, this.#byCard);
      for (const listener of this.#peopleListeners) listener();
    }
    for (const listener of this.#cursorListeners) listener();
  };
}

const nobody: readonly Peer[] = [];

function byCard(
  peers: readonly Peer[],
  before: ReadonlyMap<string, readonly Peer[]>,
): ReadonlyMap<string, readonly Peer[]> {
  const found = new Map<string, Peer[]>();
  for (const peer of peers) {
    const ids = new Set(peer.editing ? [peer.editing, ...peer.selection] : peer.selection);
    for (const id of ids) {
      const known = found.get(id);
      if (known) known.push(peer);
      else found.set(id, [peer]);
    }
  }
  // Keeps the list of a card that nobody came to or left, so that only the others are drawn again.
  return new Map(
    [...found].map(([id, there]) => {
      const old = before.get(id);
      return [id, old && sameButForCursors(old, there) ? old : there];
    }),
  );
}

function sameButForCursors(a: readonly Peer[], b: readonly Peer[]): boolean {
  return (
    a.length === b.length &&
    a.every((peer, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        peer.clientId === other.clientId &&
        peer.editing === other.editing &&
        peer.user.name === other.user.name &&
        peer.user.color === other.user.color &&
        peer.selection.length === other.selection.length &&
        peer.selection.every((id, at) => id === other.selection[at])
      );
    })
  );
}

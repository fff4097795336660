import type { Awareness } from "y-protocols/awareness";
import { type Presence, type PresentUser, presenceSchema } from "#shared/protocol/presence.ts";

/** Another person, or another tab of oneself, on this map now. */
export type Peer = Presence & Readonly<{ clientId: number }>;

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
  #peers: readonly Peer[] = [];
  #people: readonly Peer[] = [];
  #own: Presence;
  #timer: number | undefined;

  constructor(awareness: Awareness, user: PresentUser) {
    this.#awareness = awareness;
    this.#own = { user, cursor: null, selection: [], editing: null, drag: null };
    awareness.setLocalState(this.#own);
    awareness.on("change", this.#read);
  }

  /** The others, with cursors and drags up to date. The same reference while nothing changed. */
  readonly peers = (): readonly Peer[] => this.#peers;

  /** The others, the same reference while only cursors and drags change. */
  readonly people = (): readonly Peer[] => this.#people;

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

  readonly #read = (): void => {
    const peers: Peer[] = [];
    for (const [clientId, state] of this.#awareness.getStates()) {
      if (clientId === this.#awareness.clientID) continue;
      const parsed = presenceSchema.safeParse(state);
      if (parsed.success) peers.push({ clientId, ...parsed.data });
    }
    peers.sort((a, b) => a.clientId - b.clientId);
    this.#peers = peers;
    if (!sameButForCursors(peers, this.#people)) {
      this.#people = peers;
      for (const listener of this.#peopleListeners) listener();
    }
    for (const listener of this.#cursorListeners) listener();
  };
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

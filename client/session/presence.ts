import type { Awareness } from "y-protocols/awareness";
import {
  type Presence,
  type PresentUser,
  type PresentView,
  presenceSchema,
} from "#shared/protocol/presence.ts";
import { KeyedListeners } from "./keyed-listeners.ts";

/** Another person, or another tab of oneself, on this map now. */
export type Peer = Presence & Readonly<{ clientId: number }>;

/** Which clients' states a change of awareness concerns. */
type AwarenessChange = Readonly<Record<"added" | "updated" | "removed", readonly number[]>>;

/** Cursors and drags go out at most this often; everything else but the view at once. */
const cursorIntervalMs = 50;
/** What one sees goes out at most this often. */
const viewIntervalMs = 250;
/** One counts as typing until so long after the last key. */
const typingMs = 1_500;

/**
 * Who is here and what they are doing: our own state out, the others' in. Foreign states are parsed, and one that
 * does not parse is left out. Cursors change many times a second, so who listens to people does not hear of them.
 */
export class PresenceStore {
  readonly #awareness: Awareness;
  readonly #peopleListeners = new Set<() => void>();
  readonly #cursorListeners = new Set<() => void>();
  readonly #peerListeners = new KeyedListeners<number>();
  readonly #callListeners = new Set<(peer: Peer) => void>();
  readonly #known = new Map<number, Peer>();
  #peers: readonly Peer[] = [];
  #people: readonly Peer[] = [];
  #byCard: ReadonlyMap<string, readonly Peer[]> = new Map();
  #own: Presence;
  #timer: number | undefined;
  #viewTimer: number | undefined;
  #nextView: PresentView | null = null;
  #typingTimer: number | undefined;

  constructor(awareness: Awareness, user: PresentUser) {
    this.#awareness = awareness;
    this.#own = {
      user,
      cursor: null,
      selection: [],
      editing: null,
      drag: null,
      typing: false,
      view: null,
      follows: null,
      calls: 0,
      stage: null,
      laser: null,
    };
    awareness.setLocalState(this.#own);
    awareness.on("change", this.#read);
  }

  /** What this tab is known by among the others. */
  get ownId(): number {
    return this.#awareness.clientID;
  }

  /** The others, with cursors, drags and views up to date. The same reference while nothing changed. */
  readonly peers = (): readonly Peer[] => this.#peers;

  /** The others, the same reference while only cursors, drags and views change. */
  readonly people = (): readonly Peer[] => this.#people;

  /** The others who have selected or are editing this card. The same reference while nothing changed. */
  at(id: string): readonly Peer[] {
    return this.#byCard.get(id) ?? nobody;
  }

  readonly onPeers = (listener: () => void): (() => void) => {
    this.#cursorListeners.add(listener);
    return () => this.#cursorListeners.delete(listener);
  };

  /** One of the others, up to date; undefined once they have left. */
  peer(clientId: number): Peer | undefined {
    return this.#known.get(clientId);
  }

  /** Calls `listener` whenever that one does something, and when they leave. */
  onPeer(clientId: number, listener: () => void): () => void {
    return this.#peerListeners.subscribe(clientId, listener);
  }

  /** Calls `listener` with whoever asks everybody to come; not for what was asked before one came. */
  readonly onCall = (listener: (peer: Peer) => void): (() => void) => {
    this.#callListeners.add(listener);
    return () => this.#callListeners.delete(listener);
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
    this.#stopTyping();
    this.#set({ editing: id, typing: false });
  }

  /** A key was pressed in the card that is open for writing. */
  type(): void {
    if (!this.#own.typing) this.#set({ typing: true });
    window.clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => this.#set({ typing: false }), typingMs);
  }

  /** What one sees now. */
  look(view: PresentView): void {
    this.#nextView = roundedView(view);
    if (this.#viewTimer !== undefined) return;
    this.#takeView();
    this.#viewTimer = window.setTimeout(() => {
      this.#viewTimer = undefined;
      if (this.#nextView) this.look(this.#nextView);
    }, viewIntervalMs);
  }

  /** Tells the others by whom one is led; null for nobody. */
  follow(clientId: number | null): void {
    this.#set({ follows: clientId });
  }

  /** Asks everybody to come to where one looks. */
  call(): void {
    this.#own = { ...this.#own, view: this.#nextView ?? this.#own.view };
    this.#set({ calls: this.#own.calls + 1 });
  }

  /** Tells the others of a talk that one steers, at once, or where one points in it. */
  present(said: Partial<Pick<Presence, "stage" | "laser">>): void {
    this.#own = { ...this.#own, ...said };
    if ("stage" in said) this.#send();
    else this.#sendSoon();
  }

  /** In canvas pixels; null when the pointer left the canvas. */
  point(cursor: readonly [number, number] | null): void {
    this.#own = { ...this.#own, cursor: cursor && [Math.round(cursor[0]), Math.round(cursor[1])] };
    this.#sendSoon();
  }

  /** What oneself is dragging. */
  get dragged(): readonly string[] {
    return this.#own.drag?.ids ?? [];
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
    window.clearTimeout(this.#viewTimer);
    this.#stopTyping();
    this.#awareness.off("change", this.#read);
    this.#awareness.destroy();
  }

  #stopTyping(): void {
    window.clearTimeout(this.#typingTimer);
    this.#typingTimer = undefined;
  }

  #takeView(): void {
    const next = this.#nextView;
    this.#nextView = null;
    if (!next || sameView(next, this.#own.view)) return;
    this.#set({ view: next });
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
    // Taken away where one is not to be seen here.
    if (this.#awareness.getLocalState()) this.#awareness.setLocalState(this.#own);
  }

  /** Parses only the states that changed: with many here, each hears of every pointer many times a second. */
  readonly #read = ({ added, updated, removed }: AwarenessChange): void => {
    const states = this.#awareness.getStates();
    const changed = [...added, ...updated, ...removed].filter((id) => id !== this.#awareness.clientID);
    const calling: Peer[] = [];
    for (const clientId of changed) {
      const parsed = presenceSchema.safeParse(states.get(clientId));
      const before = this.#known.get(clientId);
      if (parsed.success) {
        const peer = { clientId, ...parsed.data };
        this.#known.set(clientId, peer);
        if (before && peer.calls > before.calls) calling.push(peer);
      } else this.#known.delete(clientId);
    }
    const peers = [...this.#known.values()].sort((a, b) => a.clientId - b.clientId);
    this.#peers = peers;
    if (!sameButForCursors(peers, this.#people)) {
      this.#people = peers;
      this.#byCard = byCard(peers, this.#byCard);
      for (const listener of this.#peopleListeners) listener();
    }
    for (const clientId of changed) {
      this.#peerListeners.tell(clientId);
    }
    for (const listener of this.#cursorListeners) listener();
    for (const peer of calling) {
      for (const listener of this.#callListeners) listener(peer);
    }
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

/** Whole pixels, and the zoom by thousandths of itself: finer cannot be seen. */
function roundedView({ x, y, zoom, width, height }: PresentView): PresentView {
  return {
    x: Math.round(x),
    y: Math.round(y),
    zoom: Number(zoom.toPrecision(3)),
    width: Math.round(width),
    height: Math.round(height),
  };
}

function sameView(a: PresentView, b: PresentView | null): boolean {
  return (
    b !== null &&
    a.x === b.x &&
    a.y === b.y &&
    a.zoom === b.zoom &&
    a.width === b.width &&
    a.height === b.height
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
        peer.typing === other.typing &&
        peer.follows === other.follows &&
        peer.user.name === other.user.name &&
        peer.user.color === other.user.color &&
        peer.selection.length === other.selection.length &&
        peer.selection.every((id, at) => id === other.selection[at])
      );
    })
  );
}

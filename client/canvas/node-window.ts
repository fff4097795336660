import type { Rect } from "#shared/diagram/index.ts";
import type { CardId, GroupId } from "#shared/model/index.ts";
import type { MapUiStore } from "../state/map-ui-store.ts";
import { maxSelectedMounted, nextMounted } from "./mounting.ts";
import { type CanvasNode, Projection } from "./projection.ts";
import type { CanvasScene } from "./scene/canvas-scene.ts";
import type { MapView } from "./view/map-view.ts";
import type { Motion } from "./view/motion.ts";

/** How far beyond the screen things are kept ready, in screen pixels. */
const marginPx = 200;
/** How many elements one frame may take in: at rest, while the view moves, and where that makes frames late. */
const mostAFrame = { resting: 16, moving: 8, late: 1 } as const;
/**
 * A movement whose frames are longer than this, in milliseconds, has the elements wait: they are drawn anyway, though
 * coarsely on a fine screen, which takes in one a frame.
 */
const lateMs = 28;
/** What comes after a longer pause is another movement. */
const pauseMs = 250;
/** So many that were left behind go only when the view rests: whoever pans often comes back. */
const spare = 150;
/** A map of so few cards has them all as elements from any distance: it costs nothing, and readers of screens find them. */
const smallMapCards = 60;

/** What is mounted: nodes for React Flow, regions, and whether cards are elements or only drawn. */
export type Shown = Readonly<{
  nodes: readonly CanvasNode[];
  groups: readonly GroupId[];
  isDrawn: boolean;
}>;

/**
 * Chooses what of the map is an element: near enough to read, everything near the screen; from farther off only what
 * one points at, writes in, has selected or has the keyboard at, since everything is drawn behind. Elements come a few
 * a frame, and none while one zooms.
 */
export class NodeWindow {
  readonly #scene: CanvasScene;
  readonly #ui: MapUiStore;
  readonly #view: MapView;
  readonly #motion: Motion;
  readonly #projection = new Projection();
  #mounted: ReadonlySet<string> = new Set();
  #wanted: ReadonlySet<string> = new Set();
  #ready: Rect = { x: 0, y: 0, width: 0, height: 0 };
  #pointedAt: string | null = null;
  #isStale = true;
  #movedAt = 0;
  #isLate = false;
  #request: number | undefined;
  #shown: Shown = { nodes: [], groups: [], isDrawn: false };
  #listener: () => void = () => undefined;

  constructor(scene: CanvasScene, ui: MapUiStore, view: MapView, motion: Motion) {
    this.#scene = scene;
    this.#ui = ui;
    this.#view = view;
    this.#motion = motion;
  }

  shown(): Shown {
    return this.#shown;
  }

  /** Keeps up from now on; calls `listener` when something else is shown. */
  start(listener: () => void): () => void {
    this.#listener = listener;
    const stops = [
      this.#motion.onMove(() => this.#look()),
      this.#motion.onRest(() => this.#lookAnew()),
      this.#scene.subscribeAny(() => this.#follow()),
      this.#ui.subscribe((now, before) => {
        const isSame =
          now.selection === before.selection &&
          now.editing === before.editing &&
          now.naming === before.naming &&
          now.focused === before.focused;
        // At once: what one does shows before the next key is pressed.
        if (!isSame) this.#refresh();
      }),
    ];
    this.#refresh();
    return () => {
      for (const stop of stops) stop();
      if (this.#request !== undefined) cancelAnimationFrame(this.#request);
      this.#request = undefined;
    };
  }

  /** Whether the card or link is an element that can be read. */
  isElement(key: string): boolean {
    return this.#mounted.has(key) && this.#view.get().zoom >= this.#view.levels.readable;
  }

  isAt(key: string | null): boolean {
    return this.#pointedAt === key;
  }

  pointAt(key: string | null): void {
    this.#pointedAt = key;
    this.#refresh();
  }

  #look(): void {
    const now = performance.now();
    const sinceMs = now - this.#movedAt;
    this.#movedAt = now;
    this.#isLate = sinceMs > lateMs && sinceMs < pauseMs;
    // Where a zoom ends is known when it rests.
    if (this.#motion.isZooming) return;
    const seen = this.#view.seen();
    if (!contains(this.#ready, seen) || this.#ready.width > 3 * seen.width) this.#lookAnew();
  }

  /** Something was placed anew: what one writes in or has the keyboard at is there at once, the rest a frame later. */
  #follow(): void {
    this.#isStale = true;
    const { editing, focused } = this.#ui.getState();
    const isAwaited = [editing, focused].some(
      (key) => key !== null && !this.#mounted.has(key) && this.#scene.placeOf(key) !== undefined,
    );
    if (isAwaited) this.#refresh();
    else this.#lookAnew();
  }

  #lookAnew(): void {
    this.#isStale = true;
    this.#request ??= requestAnimationFrame(this.#step);
  }

  readonly #step = () => {
    this.#request = undefined;
    this.#refresh();
  };

  /** Shows what is to be shown now; what did not fit into this frame comes with the next. */
  #refresh(): void {
    const { zoom } = this.#view.get();
    const isDrawn = this.#isDrawnAt(zoom);
    const isOther = this.#isStale || isDrawn !== this.#shown.isDrawn;
    if (isOther && !this.#motion.isZooming) this.#findWanted(zoom, isDrawn);
    const wanted = isDrawn ? nothing : this.#wanted;
    const pinned = this.#pinned(isDrawn);
    // While one zooms nothing goes either: taking elements down costs a frame too.
    if (this.#motion.isZooming) this.#mounted = this.#withPinned(pinned);
    else this.#mount(wanted, pinned);
    this.#publish(isDrawn);
    // What waits for the view to rest is looked for then.
    const isDone =
      this.#motion.isZooming || this.#most() === 0 || [...wanted].every((key) => this.#mounted.has(key));
    if (!isDone) this.#request ??= requestAnimationFrame(this.#step);
  }

  #mount(wanted: ReadonlySet<string>, pinned: ReadonlySet<string>): void {
    const seen = this.#view.seen();
    this.#mounted = nextMounted(
      this.#mounted,
      wanted,
      pinned,
      [seen.x + seen.width / 2, seen.y + seen.height / 2],
      (key) => this.#scene.placeOf(key),
      this.#most(),
      this.#motion.isMoving ? spare : 0,
    );
  }

  /** How many elements this frame may take in. */
  #most(): number {
    if (!this.#motion.isMoving) return mostAFrame.resting;
    if (!this.#isLate) return mostAFrame.moving;
    return window.devicePixelRatio > 1 ? mostAFrame.late : 0;
  }

  #withPinned(pinned: ReadonlySet<string>): ReadonlySet<string> {
    const isThere = [...pinned].every((key) => this.#mounted.has(key));
    return isThere ? this.#mounted : new Set([...this.#mounted, ...pinned]);
  }

  /** Cards stay what they are, elements or drawn, until a zoom has come to its end. */
  #isDrawnAt(zoom: number): boolean {
    if (this.#motion.isZooming) return this.#shown.isDrawn;
    return zoom < this.#view.levels.readable && this.#scene.cardCount > smallMapCards;
  }

  #findWanted(zoom: number, isDrawn: boolean): void {
    this.#isStale = false;
    const { x, y, width, height } = this.#view.seen();
    const margin = marginPx / zoom;
    this.#ready = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
    if (isDrawn) return;
    const { cards, links } = this.#scene.inView(this.#ready);
    this.#wanted = new Set<string>([...cards, ...links]);
  }

  /** What is an element whatever it takes, as long as it is in the map. */
  #pinned(isDrawn: boolean): ReadonlySet<string> {
    const { selection, editing, focused } = this.#ui.getState();
    const pinned = new Set<string>();
    if (isDrawn) {
      // From the last, which is nearest to what one is at.
      for (const key of [...selection].reverse()) {
        if (pinned.size >= maxSelectedMounted) break;
        if (this.#isShown(key)) pinned.add(key);
      }
    }
    for (const key of [editing, focused, isDrawn ? this.#pointedAt : null])
      if (key && this.#isShown(key)) pinned.add(key);
    return pinned;
  }

  /** A hidden card has a place where a box stands for it, and is no element there. */
  #isShown(key: string): boolean {
    return this.#scene.placeOf(key) !== undefined && !this.#scene.isHidden(key as CardId);
  }

  #publish(isDrawn: boolean): void {
    const cards: string[] = [];
    const links: string[] = [];
    for (const key of this.#mounted) (this.#scene.linkOf(key) ? links : cards).push(key);
    const nodes = this.#projection.project(
      { cards: cards.sort() as never, links: links.sort() },
      this.#scene,
      this.#ui.getState().selection,
    );
    const { naming } = this.#ui.getState();
    const groups = !isDrawn ? this.#scene.groupsInView(this.#ready) : naming ? [naming] : noGroups;
    const known = this.#shown;
    if (known.nodes === nodes && known.isDrawn === isDrawn && sameIds(known.groups, groups)) return;
    this.#shown = { nodes, groups: sameIds(known.groups, groups) ? known.groups : groups, isDrawn };
    this.#listener();
  }
}

const nothing: ReadonlySet<string> = new Set();
const noGroups: readonly GroupId[] = [];

function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

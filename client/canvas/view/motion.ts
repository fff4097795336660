import type { MapView } from "./map-view.ts";

/** The view rests when it has not moved for this long, in milliseconds. */
const restAfterMs = 120;

/** Whether the view is moving, so that what would make a frame late can wait until it rests. */
export class Motion {
  readonly #view: MapView;
  readonly #moveListeners = new Set<() => void>();
  readonly #restListeners = new Set<() => void>();
  #zoom: number;
  #isMoving = false;
  #isZooming = false;
  #movedAt = 0;
  #timer: number | undefined;

  constructor(view: MapView) {
    this.#view = view;
    this.#zoom = view.get().zoom;
  }

  /** Watches the view until the result is called. */
  start(): () => void {
    const stop = this.#view.onMove(() => this.#move());
    return () => {
      stop();
      window.clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** Whether things have become larger or smaller since the view last rested. */
  get isZooming(): boolean {
    return this.#isZooming;
  }

  /** Calls `listener` at every movement, or change of the window's size. */
  onMove(listener: () => void): () => void {
    this.#moveListeners.add(listener);
    return () => this.#moveListeners.delete(listener);
  }

  /** Calls `listener` when the view has come to rest. */
  onRest(listener: () => void): () => void {
    this.#restListeners.add(listener);
    return () => this.#restListeners.delete(listener);
  }

  #move(): void {
    const { zoom } = this.#view.get();
    if (zoom !== this.#zoom) this.#isZooming = true;
    this.#isMoving = true;
    this.#movedAt = performance.now();
    // One timer that looks again, rather than a new one for every movement.
    this.#timer ??= window.setTimeout(this.#rest, restAfterMs);
    for (const listener of this.#moveListeners) listener();
  }

  readonly #rest = () => {
    const leftMs = restAfterMs - (performance.now() - this.#movedAt);
    this.#timer = leftMs > 1 ? window.setTimeout(this.#rest, leftMs) : undefined;
    if (this.#timer !== undefined) return;
    this.#isMoving = false;
    this.#isZooming = false;
    this.#zoom = this.#view.get().zoom;
    for (const listener of this.#restListeners) listener();
  };
}

import { flight } from "../view/flight.ts";
import type { Screen, View } from "../view/frame-view.ts";
import type { MapView } from "../view/map-view.ts";

/** In this time the way that is left becomes a third of what it was: word of a view comes every 250 ms. */
const easeMs = 110;
/** Nearer than this, in screen pixels and parts of the zoom, is there. */
const near = { px: 0.5, zoom: 0.001 } as const;

/** Moves the view after a place that itself moves, without a jerk whenever word of it comes. */
export class Glide {
  readonly #view: MapView;
  #target: View | null = null;
  #frame: number | undefined;
  #lastMs = 0;
  #isMoving = false;

  constructor(view: MapView) {
    this.#view = view;
  }

  /** Whether the movement that is heard of right now is this one's. */
  get isMoving(): boolean {
    return this.#isMoving;
  }

  to(target: View): void {
    this.#target = target;
    if (flight(1) === 0) this.#move(target);
    else if (this.#frame === undefined) {
      this.#lastMs = performance.now();
      this.#frame = requestAnimationFrame(this.#step);
    }
  }

  stop(): void {
    this.#target = null;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  readonly #step = (nowMs: number): void => {
    this.#frame = undefined;
    if (!this.#target) return;
    const part = 1 - Math.exp(-Math.max(0, nowMs - this.#lastMs) / easeMs);
    this.#lastMs = nowMs;
    const next = between(this.#view.get(), this.#target, part, this.#view.screen());
    if (isNear(next, this.#target)) this.#move(this.#target);
    else {
      this.#move(next);
      this.#frame = requestAnimationFrame(this.#step);
    }
  };

  #move(view: View): void {
    this.#isMoving = true;
    this.#view.moveTo(view);
    this.#isMoving = false;
  }
}

/** Part of the way, by the middle of the window and by factors of the zoom, so that neither runs ahead. */
function between(from: View, to: View, part: number, { width, height }: Screen): View {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const middle = (view: View) =>
    [(width / 2 - view.x) / view.zoom, (height / 2 - view.y) / view.zoom] as const;
  const [a, b] = [middle(from), middle(to)];
  const [x, y] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
  return { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom };
}

function isNear(a: View, b: View): boolean {
  return (
    Math.abs(a.x - b.x) < near.px &&
    Math.abs(a.y - b.y) < near.px &&
    Math.abs(a.zoom / b.zoom - 1) < near.zoom
  );
}

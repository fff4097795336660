import type { Screen, View } from "../canvas/view/frame-view.ts";
import type { MapView } from "../canvas/view/map-view.ts";

/** How long the way from one step to the next takes. */
export const flightMs = 600;

/** Moves the view to a step, on the way from wherever it is when it is sent elsewhere. */
export class StageFlight {
  readonly #view: MapView;
  #frame: number | undefined;
  #isMoving = false;

  constructor(view: MapView) {
    this.#view = view;
  }

  /** Whether the movement that is heard of right now is this one's. */
  get isMoving(): boolean {
    return this.#isMoving;
  }

  to(target: View, durationMs: number): void {
    this.stop();
    if (durationMs <= 0) {
      this.#move(target);
      return;
    }
    const from = this.#view.get();
    let startMs: number | undefined;
    const step = (nowMs: number) => {
      startMs ??= nowMs;
      const part = Math.min(1, (nowMs - startMs) / durationMs);
      this.#frame = part < 1 ? requestAnimationFrame(step) : undefined;
      this.#move(part < 1 ? between(from, target, easeInOut(part), this.#view.screen()) : target);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #move(view: View): void {
    this.#isMoving = true;
    this.#view.moveTo(view);
    this.#isMoving = false;
  }
}

function easeInOut(part: number): number {
  return part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
}

/** By the middle of the screen and by factors of the zoom, so that neither runs ahead. */
function between(from: View, to: View, part: number, { width, height }: Screen): View {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const middle = ({ x, y, zoom: near }: View) => [(width / 2 - x) / near, (height / 2 - y) / near] as const;
  const [a, b] = [middle(from), middle(to)];
  const at = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part] as const;
  return { x: width / 2 - at[0] * zoom, y: height / 2 - at[1] * zoom, zoom };
}

import type { Rect } from "#shared/diagram/index.ts";
import { addBox, areaOf, type Box, overlapOf } from "../layers/bitmap/boxes.ts";
import { drawOverview } from "../layers/bitmap/draw-map.ts";
import { boxIn, type Frame, scaleOf, stretchOf, wholeOf } from "../layers/bitmap/frame.ts";
import type { Picture } from "../layers/bitmap/picture.ts";
import { smallFrame, stillServes } from "./small-frame.ts";

/** Damage over a larger part than this is drawn with everything else, when there is time. */
const largeDamage = 0.5;
/** So small a picture need not follow every frame of a drag. */
const repairMs = 300;
/** A map that grows is drawn whole again when the page has time, and at the latest after this long. */
const latestMs = 1_000;

/** The whole map in a small canvas: drawn once, then repaired where it changes. */
export class SmallBitmap {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #picture: Picture;
  readonly #onFrame: (frame: Frame) => void;
  #frame: Frame | undefined;
  #damage: Box[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: (() => void) | undefined;

  constructor(canvas: HTMLCanvasElement, picture: Picture, onFrame: (frame: Frame) => void) {
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser draws on no canvas, so the map cannot be shown.");
    this.#canvas = canvas;
    this.#context = context;
    this.#picture = picture;
    this.#onFrame = onFrame;
    this.#drawAtIdle();
  }

  damage(stretches: readonly Rect[]): void {
    const extent = this.#picture.scene.extent();
    const frame = this.#frame;
    if (!frame || !extent || !stillServes(frame, extent)) {
      this.#damage = [];
      this.#drawAtIdle();
      return;
    }
    // A bounded list, however often the same place is damaged before it is drawn.
    for (const stretch of stretches)
      addBox(this.#damage, boxIn(frame, stretch, Math.ceil(3 * frame.density)));
    this.#timer ??= setTimeout(this.#repair, repairMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#idle?.();
  }

  readonly #repair = () => {
    this.#timer = undefined;
    const frame = this.#frame;
    if (!frame) return;
    const boxes = this.#damage;
    this.#damage = [];
    const area = boxes.reduce((sum, box) => sum + areaOf(box), 0);
    if (area > areaOf(wholeOf(frame)) * largeDamage) this.#drawAtIdle();
    else for (const box of boxes) this.#draw(frame, box);
  };

  #drawAtIdle(): void {
    this.#idle ??= whenIdle(() => {
      this.#idle = undefined;
      this.#drawWhole();
    }, latestMs);
  }

  #drawWhole(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const density = Math.min(2, window.devicePixelRatio);
    const size = { width: Math.round(clientWidth * density), height: Math.round(clientHeight * density) };
    if (size.width === 0) return;
    const frame = smallFrame(this.#picture.scene.extent(), size, density);
    this.#canvas.width = size.width;
    this.#canvas.height = size.height;
    this.#frame = frame;
    this.#damage = [];
    this.#draw(frame, wholeOf(frame));
    this.#onFrame(frame);
  }

  #draw(frame: Frame, within: Box): void {
    const box = overlapOf(within, wholeOf(frame));
    if (!box) return;
    const context = this.#context;
    const scale = scaleOf(frame);
    context.save();
    context.beginPath();
    context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    context.clip();
    context.setTransform(scale, 0, 0, scale, -frame.x * scale, -frame.y * scale);
    drawOverview({ context, zoom: frame.zoom }, this.#picture, stretchOf(frame, box));
    context.restore();
  }
}

/** Runs when the page has time, where the browser can tell; the result gives up. */
function whenIdle(run: () => void, timeout: number): () => void {
  if ("requestIdleCallback" in window) {
    const id = window.requestIdleCallback(run, { timeout });
    return () => window.cancelIdleCallback(id);
  }
  // Safari has no idle callbacks.
  const id = setTimeout(run, 200);
  return () => clearTimeout(id);
}

import type { Rect } from "#shared/diagram/index.ts";
import type { View } from "../../view/frame-view.ts";
import type { MapView } from "../../view/map-view.ts";
import type { Motion } from "../../view/motion.ts";
import { addBox, areaOf, around, type Box, overlapOf, tilesOf } from "./boxes.ts";
import { damageReachAt } from "./draw-map.ts";
import {
  alignedTo,
  boxIn,
  type Frame,
  frameAround,
  isSharp,
  scaleOf,
  seenIn,
  shiftBetween,
  stretchOf,
  wholeOf,
  zoomedBy,
} from "./frame.ts";
import type { Brush } from "./picture.ts";
import { StandIn } from "./stand-in.ts";

/** How far beyond the window the bitmap reaches while the view moves, in screen pixels. */
const movingMarginPx = 400;
/** The same at rest on a fine screen, where every pixel of the margin costs four. */
const fineMarginPx = 160;
/** With less than this left of the margin, the bitmap is moved along. */
const leastMarginPx = 140;
/** Beyond these, what was drawn is shown so much larger or smaller that it is drawn anew at once. */
const smallestStretch = 0.4;
const largestStretch = 2;
/** While one zooms out or in, what is drawn anew is drawn for a zoom further on by this much, to last longer. */
const lead = { out: 0.75, in: 1.4 } as const;
/** How long one frame may draw what is not damage, in milliseconds, while the view moves and at rest. */
const budgetMs = { moving: 4, resting: 10 } as const;
/**
 * While the view moves, no more pieces than this are drawn in one frame of what is not seen yet: the clock above sees
 * what it takes to say what is to be drawn, but the browser draws it only afterwards.
 */
const maxPiecesAhead = 3;
/** New stretches are drawn in pieces of this size, in bitmap pixels. */
const tileWidthPx = 416;
const tileHeightPx = 400;
/** Damage over a larger part than this of what is seen is drawn in pieces too. */
const largeDamage = 0.5;
/** Damage that took so long to draw waits the next time, so that it never takes more than this part of the time. */
const damageShare = 0.25;
const maxDamageWaitMs = 120;
/** More pixels than this are drawn at the density of one. */
const maxPixels = 16_000_000;

type Surface = Readonly<{ canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }>;

/**
 * Draws a stretch of canvas; the surface is clipped to it and speaks canvas pixels. Where `isBare`, what elements cover
 * can be left out.
 */
export type Draw = (brush: Brush, stretch: Rect, density: number, isBare: boolean) => void;

/**
 * A picture of the window and a margin around it, which moves along with the canvas and is seldom drawn: only what is
 * damaged or new, and what is new in pieces, a few milliseconds a frame. Two surfaces take turns, so that moving on
 * copies what is drawn already.
 */
export class Bitmap {
  readonly #view: MapView;
  readonly #draw: Draw;
  /** All that is seen is drawn. */
  readonly #onDrawn: () => void;
  readonly #standIn: StandIn;
  #front: Surface;
  #back: Surface;
  #frame: Frame | undefined;
  /** What is not drawn yet, and what is drawn and damaged. */
  #stale: Box[] = [];
  #damaged: Box[] = [];
  /** Where at rest only what is seen was drawn; the rest follows when the view begins to move. */
  #bare: Box[] = [];
  #damageNotBefore = 0;
  #isUrgent = false;
  /** How many pieces the next frame may draw that are not seen; none where copying what was drawn is its work. */
  #ahead = 0;
  #request: number | undefined;
  #ground = "";
  readonly #motion: Motion;
  readonly #stops: readonly (() => void)[];

  constructor(
    canvases: readonly [HTMLCanvasElement, HTMLCanvasElement],
    view: MapView,
    motion: Motion,
    draw: Draw,
    onDrawn: () => void,
    /** Called when what is drawn begins or ceases to stand in for elements. */
    onStandIn: (isStandIn: boolean) => void,
  ) {
    this.#view = view;
    this.#motion = motion;
    this.#draw = draw;
    this.#onDrawn = onDrawn;
    this.#standIn = new StandIn(motion, onStandIn);
    this.#front = surfaceOf(canvases[0]);
    this.#back = surfaceOf(canvases[1]);
    this.#stops = [motion.onMove(() => this.#follow()), motion.onRest(() => this.#sharpen())];
  }

  /** These stretches of canvas look different now; what is urgent is drawn in the next frame, whatever it takes. */
  damage(stretches: readonly Rect[], isUrgent = false): void {
    const frame = this.#frame;
    if (!frame) return;
    const reach = Math.ceil(
      damageReachAt(frame.zoom, this.#view.levels) * scaleOf(frame) + 3 * frame.density,
    );
    this.#isUrgent = isUrgent || (this.#isUrgent && this.#damaged.length > 0);
    for (const stretch of stretches) {
      const box = overlapOf(boxIn(frame, stretch, reach), wholeOf(frame));
      if (box) addBox(this.#damaged, box);
    }
    if (this.#damaged.length > 0) this.#soon();
  }

  /** All of it looks different now; `ground` is the colour of what is not drawn yet. */
  drawAnew(ground: string): void {
    this.#ground = ground;
    if (!this.#frame) {
      this.#follow();
      return;
    }
    this.#damaged = [];
    this.#bare = [];
    this.#stale = piecesOf([wholeOf(this.#frame)]);
    this.#soon();
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    if (this.#request !== undefined) cancelAnimationFrame(this.#request);
    this.#standIn.end();
  }

  /** At rest: on the pixels of the screen, and with a whole margin. */
  #sharpen(): void {
    this.#standIn.end();
    const frame = this.#frame;
    if (!frame || this.#view.screen().width === 0) return;
    const density = this.#finest();
    const isGood = isSharp(frame, this.#view.get(), density) && this.#marginLeft(frame) >= leastMarginPx;
    if (!isGood) this.#renew(density);
  }

  /** Draws elsewhere where what is drawn no longer serves. */
  #follow(): void {
    const { width, height } = this.#view.screen();
    if (width === 0 || height === 0) return;
    this.#complete();
    const frame = this.#frame;
    const { zoom } = this.#view.get();
    const stretch = frame ? zoom / frame.zoom : 0;
    const isGood = stretch >= smallestStretch && stretch <= largestStretch;
    if (!frame || !isGood || this.#marginLeft(frame) < leastMarginPx / 2)
      this.#renew(this.#motion.isMoving ? 1 : this.#finest());
    if (this.#frame?.zoom !== zoom) this.#standIn.end();
    else this.#standIn.follow(this.#seen(this.#frame), this.#stale, this.#damaged);
  }

  /** Has drawn what was left out, before elements move away from over it. */
  #complete(): void {
    if (this.#bare.length === 0) return;
    this.#stale.push(...piecesOf(this.#bare));
    this.#bare = [];
    this.#soon();
  }

  /** The narrowest part of the margin, in screen pixels; negative where the window shows more than is drawn. */
  #marginLeft(frame: Frame): number {
    const { left, top, right, bottom } = this.#seen(frame);
    const toScreen = this.#view.get().zoom / scaleOf(frame);
    return Math.min(left, top, frame.width - right, frame.height - bottom) * toScreen;
  }

  /** The part of the frame that is on the screen. */
  #seen(frame: Frame): Box {
    return seenIn(frame, this.#view.get(), this.#view.screen());
  }

  #finest(): number {
    const { width, height } = this.#view.screen();
    const density = Math.min(2, window.devicePixelRatio);
    const margin = 2 * fineMarginPx;
    return (width + margin) * (height + margin) * density ** 2 > maxPixels ? 1 : Math.max(1, density);
  }

  /** Takes up a frame around the present view, with what is drawn already copied, stretched for now if need be. */
  #renew(density: number): void {
    const view = this.#view.get();
    const margin = density > 1 ? fineMarginPx : movingMarginPx;
    const before = this.#frame;
    const shown = frameAround(view, this.#view.screen(), margin, density);
    const wanted = before && this.#motion.isZooming ? zoomedBy(shown, leadFrom(before, view)) : shown;
    const frame = before && this.#motion.isMoving ? alignedTo(wanted, before) : wanted;
    const { canvas, context } = this.#back;
    if (canvas.width !== frame.width) canvas.width = frame.width;
    if (canvas.height !== frame.height) canvas.height = frame.height;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.#ground;
    context.fillRect(0, 0, frame.width, frame.height);
    this.#stale = piecesOf(before ? this.#takeOver(before, frame, context) : [wholeOf(frame)]);
    this.#damaged = [];
    this.#frame = frame;
    [this.#front, this.#back] = [this.#back, this.#front];
    place(this.#front.canvas, frame);
    this.#back.canvas.style.display = "none";
    this.#ahead = 0;
    this.#soon();
  }

  /** Copies what is drawn into the new frame; yields what of it must be drawn. */
  #takeOver(before: Frame, frame: Frame, context: CanvasRenderingContext2D): Box[] {
    const shift = shiftBetween(before, frame);
    const whole = wholeOf(frame);
    if (!shift) {
      const part = scaleOf(frame) / scaleOf(before);
      const x = (before.x - frame.x) * scaleOf(frame);
      const y = (before.y - frame.y) * scaleOf(frame);
      // On the way it is seen for a few frames only.
      context.imageSmoothingEnabled = !this.#motion.isMoving;
      context.drawImage(this.#front.canvas, x, y, before.width * part, before.height * part);
      return [whole];
    }
    const [dx, dy] = shift;
    const moved = (box: Box) =>
      overlapOf(
        { left: box.left - dx, top: box.top - dy, right: box.right - dx, bottom: box.bottom - dy },
        whole,
      );
    const kept = moved(wholeOf(before));
    if (!kept) return [whole];
    context.drawImage(this.#front.canvas, -dx, -dy);
    return [...around(whole, kept), ...[...this.#stale, ...this.#damaged].flatMap((box) => moved(box) ?? [])];
  }

  #soon(): void {
    this.#request ??= requestAnimationFrame(this.#drawSome);
  }

  readonly #drawSome = () => {
    this.#request = undefined;
    const frame = this.#frame;
    if (!frame) return;
    const start = performance.now();
    const seen = this.#seen(frame);
    this.#drawDamage(frame, seen, start);
    const { isMoving } = this.#motion;
    const budget = isMoving ? budgetMs.moving : budgetMs.resting;
    this.#stale.sort((a, b) => distance(b, seen) - distance(a, seen));
    let ahead = isMoving ? this.#ahead : Infinity;
    this.#ahead = maxPiecesAhead;
    for (let box = this.#stale.at(-1); box; box = this.#stale.at(-1)) {
      if (ahead-- <= 0 && !overlapOf(box, seen)) break;
      this.#stale.pop();
      this.#drawBox(frame, box, false);
      if (performance.now() - start > budget) break;
    }
    if (!this.#stale.some((box) => overlapOf(box, seen))) this.#onDrawn();
    if (this.#stale.length > 0 || this.#damaged.length > 0) this.#soon();
  };

  #drawDamage(frame: Frame, seen: Box, now: number): void {
    if (this.#damaged.length === 0 || (now < this.#damageNotBefore && !this.#isUrgent)) return;
    const area = this.#damaged.reduce((sum, box) => sum + areaOf(box), 0);
    const isLarge = area > areaOf(seen) * largeDamage && !this.#isUrgent;
    // Otherwise what is damaged again and again would be drawn again before it was drawn once.
    if (isLarge && this.#stale.length > 0) return;
    const boxes = this.#damaged;
    this.#damaged = [];
    if (isLarge) {
      this.#stale.push(...piecesOf(boxes));
      return;
    }
    const isBare = !this.#motion.isMoving;
    for (const box of boxes) {
      this.#drawBox(frame, box, isBare);
      if (isBare) addBox(this.#bare, box);
    }
    const tookMs = performance.now() - now;
    this.#damageNotBefore = now + Math.min(maxDamageWaitMs, tookMs / damageShare - 16);
  }

  #drawBox(frame: Frame, box: Box, isBare: boolean): void {
    const { context } = this.#front;
    const scale = scaleOf(frame);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    context.clip();
    context.setTransform(scale, 0, 0, scale, -frame.x * scale, -frame.y * scale);
    this.#draw({ context, zoom: frame.zoom }, stretchOf(frame, box), frame.density, isBare);
    context.restore();
  }
}

/** Which way one zooms, as a factor of the zoom to draw for. */
function leadFrom(before: Frame, { zoom }: View): number {
  if (zoom === before.zoom) return 1;
  return zoom < before.zoom ? lead.out : lead.in;
}

function surfaceOf(canvas: HTMLCanvasElement): Surface {
  // Opaque, since the ground is drawn along: composing it costs less.
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("This browser draws on no canvas, so the map cannot be shown.");
  return { canvas, context };
}

function piecesOf(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box) => tilesOf(box, tileWidthPx, tileHeightPx));
}

/** Puts the surface where its stretch of canvas is; from there it moves with everything else. */
function place(canvas: HTMLCanvasElement, frame: Frame): void {
  canvas.style.display = "block";
  canvas.style.transform = `translate(${frame.x}px, ${frame.y}px) scale(${1 / scaleOf(frame)})`;
}

/** How far the middle of a box lies from what is seen. */
function distance(box: Box, seen: Box): number {
  const dx = (box.left + box.right - seen.left - seen.right) / 2;
  const dy = (box.top + box.bottom - seen.top - seen.bottom) / 2;
  return Math.hypot(dx, dy) + (overlapOf(box, seen) ? 0 : 1e6);
}

import type { Rect } from "#shared/diagram/index.ts";
import { rectsOverlap } from "#shared/diagram/rect.ts";
import type { CardId } from "#shared/model/index.ts";
import type { PlacedLink } from "../../scene/canvas-scene.ts";
import type { MapView } from "../../view/map-view.ts";
import type { Motion } from "../../view/motion.ts";
import { lookOf, strokeOf } from "../bitmap/draw-links.ts";
import type { Picture } from "../bitmap/picture.ts";
import css from "./hand-layer.module.css";
import { createDrawing, LineFigure } from "./line-figure.ts";
import { type Sight, sightOfCard, sightOfWord } from "./sight.ts";
import { Sprite } from "./sprite.ts";

/** So far beyond the screen small pictures are kept, ready for the view to move; in screen pixels. */
const marginPx = 200;

/**
 * What is on the move, over the drawn map and under the elements: its lines as figures, cards and words that are no
 * elements as small pictures. A move costs what moves; the bitmap leaves all of it out meanwhile.
 */
export class HandLayer {
  readonly #view: MapView;
  readonly #motion: Motion;
  readonly #picture: Picture;
  readonly #drawing = createDrawing();
  readonly #words = document.createElement("div");
  readonly #cards = document.createElement("div");
  readonly #lines = new Map<string, LineFigure>();
  readonly #sprites = new Map<string, Sprite>();
  /** What is to be looked at in the next frame. */
  readonly #stale = new Set<string>();
  readonly #stops: readonly (() => void)[];
  #scale: number;
  #request: number | undefined;

  constructor(place: HTMLElement, view: MapView, motion: Motion, picture: Picture) {
    this.#view = view;
    this.#motion = motion;
    this.#picture = picture;
    this.#scale = this.#finestScale();
    for (const part of [this.#drawing, this.#words, this.#cards]) part.classList.add(css["part"] ?? "");
    place.append(this.#drawing, this.#words, this.#cards);
    const followAll = () => this.follow(picture.scene.inHand.keys());
    this.#stops = [motion.onMove(followAll), motion.onRest(followAll)];
    followAll();
  }

  /** These lie elsewhere, look different, or are on the move no longer. */
  follow(keys: Iterable<string>): void {
    for (const key of keys) this.#stale.add(key);
    if (this.#stale.size > 0) this.#request ??= requestAnimationFrame(this.#showStale);
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    if (this.#request !== undefined) cancelAnimationFrame(this.#request);
    for (const part of [this.#drawing, this.#words, this.#cards]) part.remove();
  }

  readonly #showStale = () => {
    this.#request = undefined;
    // While one zooms, what was drawn small is shown larger.
    if (!this.#motion.isZooming) this.#scale = this.#finestScale();
    const { zoom } = this.#view.get();
    const seen = this.#view.seen();
    for (const key of this.#stale) this.#show(key, zoom, seen);
    this.#stale.clear();
  };

  #show(key: string, zoom: number, seen: Rect): void {
    const { scene } = this.#picture;
    const isHeld = scene.inHand.has(key);
    const placed = isHeld ? scene.linkOf(key) : undefined;
    this.#showLine(key, placed, zoom);
    const place = isHeld ? scene.placeOf(key) : undefined;
    const isNear = place !== undefined && rectsOverlap(place, seen, marginPx / zoom);
    const sight = isNear ? this.#sightOf(key, placed, zoom) : undefined;
    this.#showSight(key, sight, placed ? this.#words : this.#cards);
  }

  #sightOf(key: string, placed: PlacedLink | undefined, zoom: number): Sight | undefined {
    return placed
      ? sightOfWord(this.#picture, key, placed, zoom)
      : sightOfCard(this.#picture, key as CardId, zoom);
  }

  #showLine(key: string, placed: PlacedLink | undefined, zoom: number): void {
    const known = this.#lines.get(key);
    if (!placed) {
      known?.remove();
      this.#lines.delete(key);
      return;
    }
    const figure = known ?? new LineFigure(this.#drawing);
    this.#lines.set(key, figure);
    const look = lookOf(this.#picture, key, placed);
    figure.show(placed.geometry, strokeOf(this.#picture.theme, look, zoom));
  }

  #showSight(key: string, sight: Sight | undefined, parent: HTMLElement): void {
    const known = this.#sprites.get(key);
    if (!sight) {
      known?.remove();
      this.#sprites.delete(key);
      return;
    }
    const sprite = known ?? new Sprite(parent);
    this.#sprites.set(key, sprite);
    sprite.show(sight, this.#view.get(), this.#scale);
  }

  /** Bitmap pixels a canvas pixel, as many as the screen has. */
  #finestScale(): number {
    return this.#view.get().zoom * Math.min(2, Math.max(1, window.devicePixelRatio));
  }
}

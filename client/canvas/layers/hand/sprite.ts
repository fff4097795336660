import type { View } from "../../view/frame-view.ts";
import type { Sight } from "./sight.ts";

/** A small picture that is drawn once and then only moved, until what it shows looks different. */
export class Sprite {
  readonly #canvas = document.createElement("canvas");
  #shown: readonly unknown[] = [];

  constructor(parent: HTMLElement) {
    parent.append(this.#canvas);
  }

  /** Shows that, where it is now. `scale` is bitmap pixels a canvas pixel. */
  show(sight: Sight, view: View, scale: number): void {
    const shown = [...sight.shown, scale];
    if (shown.length !== this.#shown.length || shown.some((part, index) => part !== this.#shown[index]))
      this.#draw(sight, view.zoom, scale);
    this.#shown = shown;
    const left = onPixel(sight.place.x - sight.reachPx, view.x, view.zoom);
    const top = onPixel(sight.place.y - sight.reachPx, view.y, view.zoom);
    this.#canvas.style.transform = `translate(${left}px, ${top}px) scale(${1 / scale})`;
  }

  remove(): void {
    this.#canvas.remove();
  }

  #draw({ place: { x, y, width, height }, reachPx, draw }: Sight, zoom: number, scale: number): void {
    // Setting its size also clears it.
    this.#canvas.width = Math.ceil((width + 2 * reachPx) * scale);
    this.#canvas.height = Math.ceil((height + 2 * reachPx) * scale);
    const context = this.#canvas.getContext("2d");
    if (!context) return;
    context.setTransform(scale, 0, 0, scale, (reachPx - x) * scale, (reachPx - y) * scale);
    context.textBaseline = "alphabetic";
    // Without kerning and ligatures, as the lines were measured.
    context.fontKerning = "none";
    draw({ context, zoom });
  }
}

/** The nearest place on a whole pixel of the screen, off which text would be blurred. */
function onPixel(at: number, origin: number, zoom: number): number {
  return (Math.round(at * zoom + origin) - origin) / zoom;
}

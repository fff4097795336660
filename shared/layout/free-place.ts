import type { Point } from "#shared/model/records.ts";
import type { Size } from "./layout-options.ts";

/** A box on the canvas in canvas pixels. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** How far the next try is from the last; canvas pixels. */
const stepPx = 24;
/** Rings searched before giving up on finding a hole near by: 60 rings of 24 px reach across a screen and a half. */
const maxRings = 60;

/**
 * The free place nearest to `near` (a top left corner) for a card of `size`, with `gap` free around it: below before
 * beside before above, since reasons are added downwards. Where all is taken for a screen or more, `near` itself.
 */
export function freePlace(near: Point, size: Size, isOccupied: (box: Box) => boolean, gap = 20): Point {
  const fits = (x: number, y: number) =>
    !isOccupied({ x: x - gap, y: y - gap, width: size.width + 2 * gap, height: size.height + 2 * gap });
  const [x, y] = near;
  if (fits(x, y)) return near;
  for (let ring = 1; ring <= maxRings; ring += 1) {
    for (const [dx, dy] of ringOf(ring)) {
      const at: Point = [x + dx * stepPx, y + dy * stepPx];
      if (fits(...at)) return at;
    }
  }
  return near;
}

/** The border of a square of steps around the middle: straight down first, then outwards from there, then up. */
function ringOf(ring: number): readonly (readonly [dx: number, dy: number])[] {
  const places: [number, number][] = [];
  for (let i = 0; i <= ring; i += 1) {
    for (const side of i === 0 ? [1] : [1, -1]) places.push([side * i, ring]);
  }
  for (let i = ring - 1; i > -ring; i -= 1) places.push([ring, i], [-ring, i]);
  for (let i = ring; i >= 0; i -= 1)
    for (const side of i === 0 ? [1] : [1, -1]) places.push([side * i, -ring]);
  return places;
}

import type { Rect } from "../rect.ts";

/** About the size of the words that are asked about; canvas pixels. */
const squarePx = 128;
/** More rows than a canvas has, so that each square has a number of its own. */
const mostRows = 2 ** 21;
/** How near a point is in the way; canvas pixels. */
const nearPx = 1;

/** Points of the plane, hundreds of thousands of them, so that asking for those in a box costs what lies near. */
export class PointsNear {
  /** By square: x and y in turn, since a thing for each point would cost more than all else. */
  readonly #squares = new Map<number, number[]>();

  add(x: number, y: number): void {
    const key = keyOf(Math.floor(x / squarePx), Math.floor(y / squarePx));
    const known = this.#squares.get(key);
    if (known) known.push(x, y);
    else this.#squares.set(key, [x, y]);
  }

  /** Whether no point is in the box or next to it. */
  areOff({ x, y, width, height }: Rect): boolean {
    const left = x - nearPx;
    const top = y - nearPx;
    const right = x + width + nearPx;
    const bottom = y + height + nearPx;
    for (let column = Math.floor(left / squarePx); column <= Math.floor(right / squarePx); column += 1)
      for (let row = Math.floor(top / squarePx); row <= Math.floor(bottom / squarePx); row += 1) {
        const points = this.#squares.get(keyOf(column, row)) ?? [];
        for (let at = 0; at < points.length; at += 2) {
          const px = points[at] ?? 0;
          const py = points[at + 1] ?? 0;
          if (px > left && px < right && py > top && py < bottom) return false;
        }
      }
    return true;
  }
}

function keyOf(column: number, row: number): number {
  return column * mostRows + row;
}

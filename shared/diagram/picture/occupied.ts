import { type Rect, rectsOverlap } from "../rect.ts";

/** Which stretches are taken, by squares of the plane, so that asking costs what lies near. */
export class Occupied {
  readonly #squares = new Map<number, Rect[]>();

  add(rect: Rect): void {
    const { left, right, top, bottom } = squaresOf(rect);
    for (let column = left; column <= right; column += 1)
      for (let row = top; row <= bottom; row += 1) {
        const key = keyOf(column, row);
        const known = this.#squares.get(key);
        if (known) known.push(rect);
        else this.#squares.set(key, [rect]);
      }
  }

  isFree(rect: Rect): boolean {
    const { left, right, top, bottom } = squaresOf(rect);
    for (let column = left; column <= right; column += 1)
      for (let row = top; row <= bottom; row += 1)
        for (const other of this.#squares.get(keyOf(column, row)) ?? [])
          if (rectsOverlap(other, rect)) return false;
    return true;
  }
}

/** About the size of a card; canvas pixels. */
const squarePx = 256;
/** More rows than a canvas has, so that each square has a number of its own. */
const mostRows = 2 ** 20;

function keyOf(column: number, row: number): number {
  return column * mostRows + row;
}

/** The squares that a rectangle touches. */
function squaresOf({ x, y, width, height }: Rect) {
  return {
    left: Math.floor(x / squarePx),
    right: Math.floor((x + width) / squarePx),
    top: Math.floor(y / squarePx),
    bottom: Math.floor((y + height) / squarePx),
  };
}

import { type Rect, rectsOverlap } from "../rect.ts";

/** Which stretches are taken, by squares of the plane, so that asking costs what lies near. */
export class Occupied {
  readonly #squares = new Map<string, Rect[]>();

  add(rect: Rect): void {
    for (const key of squaresOf(rect)) {
      const known = this.#squares.get(key);
      if (known) known.push(rect);
      else this.#squares.set(key, [rect]);
    }
  }

  isFree(rect: Rect): boolean {
    for (const key of squaresOf(rect))
      for (const other of this.#squares.get(key) ?? []) if (rectsOverlap(other, rect)) return false;
    return true;
  }
}

/** About the size of a card; canvas pixels. */
const squarePx = 256;

function* squaresOf({ x, y, width, height }: Rect): Iterable<string> {
  for (let column = Math.floor(x / squarePx); column * squarePx <= x + width; column += 1)
    for (let row = Math.floor(y / squarePx); row * squarePx <= y + height; row += 1) yield `${column} ${row}`;
}

import type { Box } from "./free-place.ts";

/** Cells about as wide as a card: a card lies in four or so. */
const cellPx = 256;

/** Boxes that are taken, found by place. */
export class Obstacles {
  readonly #cells = new Map<string, Box[]>();

  constructor(boxes: Iterable<Box> = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    for (const key of cellsOf(box)) {
      const known = this.#cells.get(key);
      if (known) known.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  /** The boxes that are nearer to this one than `gap`; one may come twice. */
  *near({ x, y, width, height }: Box, gap: number): Iterable<Box> {
    const wide: Box = { x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap };
    for (const key of cellsOf(wide)) {
      for (const other of this.#cells.get(key) ?? []) if (overlap(wide, other)) yield other;
    }
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function* cellsOf({ x, y, width, height }: Box): Iterable<string> {
  const right = Math.floor((x + width) / cellPx);
  const bottom = Math.floor((y + height) / cellPx);
  for (let column = Math.floor(x / cellPx); column <= right; column += 1) {
    for (let row = Math.floor(y / cellPx); row <= bottom; row += 1) yield `${column},${row}`;
  }
}

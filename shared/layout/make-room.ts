import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import type { Box } from "./free-place.ts";
import type { Places } from "./layout-map-type.ts";
import type { SizeOf } from "./layout-options.ts";
import type { Obstacles } from "./obstacles.ts";

/** The ways a block may give way, the likeliest first. */
const ways: readonly Point[] = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
];
/** Shoving a block past one obstacle after another: more rounds than rows of cards in any map that people make. */
const maxShoves = 2_000;

/** The shortest way, down, right, up or left, that takes a block of boxes as one off all that is taken. */
export function wayClear(block: readonly Box[], taken: Obstacles, gap: number): Point {
  let best: Point = [0, 0];
  let bestLength = Number.POSITIVE_INFINITY;
  for (const [dx, dy] of ways) {
    const length = lengthClear(block, taken, gap, [dx, dy], bestLength);
    if (length < bestLength) [best, bestLength] = [[dx * length, dy * length], length];
  }
  return best;
}

function lengthClear(
  block: readonly Box[],
  taken: Obstacles,
  gap: number,
  [dx, dy]: Point,
  limit: number,
): number {
  let length = 0;
  for (let shove = 0; shove < maxShoves && length < limit; shove += 1) {
    let more = 0;
    for (const box of block) {
      const { width, height } = box;
      const [x, y] = [box.x + dx * length, box.y + dy * length];
      for (const other of taken.near({ x, y, width, height }, gap)) {
        const away =
          dx === 0
            ? dy > 0
              ? other.y + other.height - y
              : y + height - other.y
            : dx > 0
              ? other.x + other.width - x
              : x + width - other.x;
        more = Math.max(more, Math.ceil(away + gap));
      }
    }
    if (more === 0) return length;
    length += more;
  }
  return limit;
}

/**
 * Places for all cards near those wished for, so that none overlaps another or what is taken: cards give way down (or,
 * `sideways`, to the right), and push on those behind them, so that neighbours keep their order. Who is in nobody's
 * way stays. O(cards log cards) where few stand in the way.
 */
export function makeRoom(
  wished: Places,
  taken: Obstacles,
  sizeOf: SizeOf,
  gap: number,
  sideways: boolean,
): ReadonlyMap<CardId, Point> {
  const [axis, across] = sideways ? ([0, 1] as const) : ([1, 0] as const);
  const order = [...wished].sort(([, a], [, b]) => a[axis] - b[axis] || a[across] - b[across]);
  const lanes = new Lanes();
  const places = new Map<CardId, Point>();
  for (const [id, [x, y]] of order) {
    const { width, height } = sizeOf(id);
    const lane = sideways ? lanes.at(y, height) : lanes.at(x, width);
    const box = { x, y, width, height };
    if (sideways) box.x = Math.max(x, lane.end() + gap);
    else box.y = Math.max(y, lane.end() + gap);
    for (let past = endOf(taken.near(box, gap), axis); past !== undefined; ) {
      // A pixel at least: what was placed by hand may lie at any fraction.
      if (sideways) box.x = Math.max(Math.floor(box.x) + 1, Math.ceil(past + gap));
      else box.y = Math.max(Math.floor(box.y) + 1, Math.ceil(past + gap));
      past = endOf(taken.near(box, gap), axis);
    }
    lane.fill(sideways ? box.x + width : box.y + height);
    places.set(id, [Math.ceil(box.x), Math.ceil(box.y)]);
  }
  return places;
}

/** Where the last of some boxes ends. */
function endOf(boxes: Iterable<Box>, axis: 0 | 1): number | undefined {
  let end: number | undefined;
  for (const { x, y, width, height } of boxes) {
    const own = axis === 0 ? x + width : y + height;
    end = end === undefined ? own : Math.max(end, own);
  }
  return end;
}

type Lane = { readonly from: number; readonly to: number; end: number };

/** How far stretches across the direction of the push are filled. */
class Lanes {
  readonly #known = new Map<string, Lane>();
  readonly #byCell = new Map<number, Lane[]>();

  at(from: number, length: number): Readonly<{ end: () => number; fill: (end: number) => void }> {
    const to = from + length;
    return {
      end: () => {
        let end = Number.NEGATIVE_INFINITY;
        for (const cell of cellsBetween(from, to)) {
          for (const lane of this.#byCell.get(cell) ?? []) {
            if (lane.from < to && from < lane.to) end = Math.max(end, lane.end);
          }
        }
        return end;
      },
      fill: (end) => {
        const key = `${from},${to}`;
        const known = this.#known.get(key);
        if (known) known.end = Math.max(known.end, end);
        else this.#open({ from, to, end }, key);
      },
    };
  }

  #open(lane: Lane, key: string): void {
    this.#known.set(key, lane);
    for (const cell of cellsBetween(lane.from, lane.to)) {
      const lanes = this.#byCell.get(cell);
      if (lanes) lanes.push(lane);
      else this.#byCell.set(cell, [lane]);
    }
  }
}

function* cellsBetween(from: number, to: number): Iterable<number> {
  for (let cell = Math.floor(from / 256); cell <= Math.floor(to / 256); cell += 1) yield cell;
}

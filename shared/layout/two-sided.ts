import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import { looseBlocks } from "./blocks.ts";
import type { Placed } from "./clumps.ts";
import { type Branch, forestOf } from "./forest.ts";
import type { LayoutMap, Places } from "./layout-map-type.ts";
import type { LayoutOptions, Size, SizeOf } from "./layout-options.ts";
import { tidyTree } from "./tidy-tree.ts";

/** Which way the first half of a tree grows from its root; the second grows the other way. */
export type Sides = "right" | "down";

/**
 * Tidy trees whose roots stand in the middle, with half of what hangs on them to either side: twice as wide, or as high,
 * as trees to one side, and half as much the other way. Reading goes on from the first side to the second. O(map log map).
 */
export function twoSided(map: LayoutMap, sizeOf: SizeOf, sides: Sides, options: LayoutOptions): Places {
  const { roots, loose } = forestOf(map);
  const trees = [
    ...roots.map((root) => bothHalves(root, sizeOf, sides, options)),
    ...looseBlocks(loose, sizeOf, options).map(({ placed }) => placed),
  ];
  const places = new Map<CardId, Point>();
  let at = 0;
  for (const { size, cards } of trees) {
    const [left, top] = sides === "right" ? [0, at] : [at, 0];
    for (const [id, [x, y]] of cards) places.set(id, [Math.round(left + x), Math.round(top + y)]);
    at += (sides === "right" ? size.height : size.width) + options.gaps.section;
  }
  return places;
}

function bothHalves(root: Branch, sizeOf: SizeOf, sides: Sides, options: LayoutOptions): Placed {
  const grow = (children: readonly Branch[]) =>
    tidyTree({ ...root, children: [...children] }, Number.POSITIVE_INFINITY, sizeOf, {
      ...options,
      direction: sides,
      leaves: "beside",
    }).placed;
  const across = (families: readonly (readonly Branch[])[]) => {
    const { width, height } = grow(families.flat()).size;
    return sides === "right" ? height : width;
  };
  const families = familiesOf(root);
  const middle = middleOf(families.map((family) => across([family])));
  const first = grow(families.slice(0, middle).flat());
  const second = turned(grow(families.slice(middle).flat()), sides, sizeOf);
  return joined(first, second, new Set(root.cards.map(({ id }) => id)));
}

/** What hangs on a branch, with what is about a step beside that step. */
function familiesOf({ children }: Branch): readonly (readonly Branch[])[] {
  const families: Branch[][] = [];
  for (const child of children) {
    const last = families.at(-1);
    if (last && child.isAboutStep) last.push(child);
    else families.push([child]);
  }
  return families;
}

/** How many belong to the first half, so that the halves are as like each other as can be. */
function middleOf(extents: readonly number[]): number {
  const whole = extents.reduce((sum, extent) => sum + extent, 0);
  let [sum, middle, least] = [0, extents.length, whole];
  for (const [index, extent] of extents.entries()) {
    sum += extent;
    const longer = Math.max(sum, whole - sum);
    if (longer <= least) [least, middle] = [longer, index + 1];
  }
  return middle;
}

/** As in a mirror at the edge from which it grows. */
function turned({ size, cards }: Placed, sides: Sides, sizeOf: SizeOf): Placed {
  return {
    size,
    cards: cards.map(([id, [x, y]]) => {
      const { width, height } = sizeOf(id);
      return [id, sides === "right" ? [size.width - x - width, y] : [x, size.height - y - height]];
    }),
  };
}

/** Both in one, the cards of the root, which both have, on each other; as far to the top left as they come. */
function joined(first: Placed, second: Placed, root: ReadonlySet<CardId>): Placed {
  const rootOf = ({ cards }: Placed) => cards.find(([id]) => root.has(id))?.[1] ?? [0, 0];
  const [x, y] = rootOf(first);
  const [otherX, otherY] = rootOf(second);
  const [dx, dy] = [x - otherX, y - otherY];
  const [left, top] = [Math.min(0, dx), Math.min(0, dy)];
  const moved = (cards: Placed["cards"], by: Point): Placed["cards"] =>
    cards.map(([id, at]) => [id, [at[0] + by[0], at[1] + by[1]]]);
  const size: Size = {
    width: Math.max(first.size.width, dx + second.size.width) - left,
    height: Math.max(first.size.height, dy + second.size.height) - top,
  };
  const others = second.cards.filter(([id]) => !root.has(id));
  return { size, cards: [...moved(first.cards, [-left, -top]), ...moved(others, [dx - left, dy - top])] };
}

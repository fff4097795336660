import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import { hang, type Placed, row, stack, stackedIn } from "./clumps.ts";
import type { Branch } from "./forest.ts";
import type { LayoutOptions, SizeOf } from "./layout-options.ts";
import { placeTree, type TreeBox } from "./tree-engine.ts";

export type TidyTree = Readonly<{ placed: Placed; cut: readonly Branch[] }>;

type Box = TreeBox & Readonly<{ branch: Branch; clump: Placed; depth: number }>;

/**
 * A tidy tree of a branch, its children to the right of it, below or above, `maxDepth` branches deep; what is deeper
 * is handed back. O(tree).
 */
export function tidyTree(root: Branch, maxDepth: number, sizeOf: SizeOf, options: LayoutOptions): TidyTree {
  const { gaps, direction } = options;
  const isRight = direction === "right";
  const stacked = isRight ? new Set<Branch>() : stackedIn(root, sizeOf, options);
  const cut: Branch[] = [];
  const clumpOf = (branch: Branch): Placed => {
    if (stacked.has(branch)) return hang(branch, sizeOf, gaps);
    return isRight ? stack(branch, sizeOf, gaps.linked) : row(branch, sizeOf, gaps.linked);
  };
  const boxOf = (branch: Branch, parent: Box | undefined): Box => {
    const clump = clumpOf(branch);
    const { width, height } = clump.size;
    const [acrossSize, alongSize] = isRight ? [height, width] : [width, height];
    const depth = (parent?.depth ?? 0) + 1;
    return { parent, children: [], acrossSize, alongSize, along: 0, across: 0, branch, clump, depth };
  };
  const boxes = [boxOf(root, undefined)];
  for (const box of boxes) {
    if (stacked.has(box.branch)) continue;
    if (box.depth === maxDepth) {
      cut.push(...box.branch.children);
      continue;
    }
    for (const child of box.branch.children) {
      const below = boxOf(child, box);
      box.children.push(below);
      boxes.push(below);
    }
  }
  const [top] = boxes;
  if (top)
    placeTree(top, { level: isRight ? gaps.level : gaps.rank, sibling: gaps.sibling, branch: gaps.branch });
  const placed = gather(boxes, isRight);
  return { placed: direction === "up" ? upsideDown(placed, sizeOf) : placed, cut };
}

function gather(boxes: readonly Box[], isRight: boolean): Placed {
  let [least, width, height] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const { across } of boxes) least = Math.min(least, across);
  const cards: (readonly [CardId, Point])[] = [];
  for (const { across, along, clump } of boxes) {
    const [left, top] = isRight ? [along, across - least] : [across - least, along];
    width = Math.max(width, left + clump.size.width);
    height = Math.max(height, top + clump.size.height);
    for (const [id, [x, y]] of clump.cards) cards.push([id, [left + x, top + y]]);
  }
  return { size: { width, height }, cards };
}

function upsideDown({ size, cards }: Placed, sizeOf: SizeOf): Placed {
  return {
    size,
    cards: cards.map(([id, [x, y]]) => [id, [x, size.height - y - sizeOf(id).height]]),
  };
}

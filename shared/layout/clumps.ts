import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import type { Branch } from "./forest.ts";
import type { LayoutGaps, LayoutOptions, Size, SizeOf } from "./layout-options.ts";

/** Cards placed relative to the top left corner of the box around them. */
export type Placed = Readonly<{ size: Size; cards: readonly (readonly [CardId, Point])[] }>;

/** A stack of small branches is at most about as tall as a screen, and so deep. */
const maxHangingPx = 1_100;
const maxHangingDepth = 3;
/** A tree of no more branches than this fits a screen side by side. */
const minStacked = 12;

const corner: Point = [0, 0];

/** The cards of a branch one below the other. */
export function stack(branch: Branch, sizeOf: SizeOf, gap: number): Placed {
  if (branch.cards.length === 1) {
    const [{ id }] = branch.cards;
    return { size: sizeOf(id), cards: [[id, corner]] };
  }
  let [width, top] = [0, 0];
  const cards = branch.cards.map(({ id }): readonly [CardId, Point] => {
    const size = sizeOf(id);
    const at: Point = [0, top];
    width = Math.max(width, size.width);
    top += size.height + gap;
    return [id, at];
  });
  return { size: { width, height: top - gap }, cards };
}

/**
 * The cards of a branch side by side, level on the side of what hangs on them: above and below them their stems reach
 * a joint without crossing a card.
 */
export function row(branch: Branch, sizeOf: SizeOf, gap: number): Placed {
  if (branch.cards.length === 1) return stack(branch, sizeOf, gap);
  const sizes = branch.cards.map(({ id }) => sizeOf(id));
  const height = sizes.reduce((most, size) => Math.max(most, size.height), 0);
  let left = 0;
  const cards = branch.cards.map(({ id }, i): readonly [CardId, Point] => {
    const at: Point = [left, height - (sizes[i]?.height ?? 0)];
    left += (sizes[i]?.width ?? 0) + gap;
    return [id, at];
  });
  return { size: { width: left - gap, height }, cards };
}

/** A branch with all that hangs on it as an indented list. */
export function hang(branch: Branch, sizeOf: SizeOf, gaps: LayoutGaps): Placed {
  const head = stack(branch, sizeOf, gaps.linked);
  let { width, height } = head.size;
  const cards = [...head.cards];
  for (const child of branch.children) {
    const below = hang(child, sizeOf, gaps);
    height += gapAbove(child, gaps);
    for (const [id, [x, y]] of below.cards) cards.push([id, [x + gaps.indent, y + height]]);
    width = Math.max(width, gaps.indent + below.size.width);
    height += below.size.height;
  }
  return { size: { width, height }, cards };
}

/**
 * The branches of a tree that stand as one stack with all that hangs on them: small ones in which something branches,
 * since a chain is narrow anyway. The root is none, nor is anything in a small tree. O(tree).
 */
export function stackedIn(root: Branch, sizeOf: SizeOf, options: LayoutOptions): ReadonlySet<Branch> {
  if (options.leaves === "beside") return new Set();
  const order: Branch[] = [root];
  for (let i = 0; i < order.length; i += 1) order.push(...(order[i]?.children ?? []));
  if (order.length <= minStacked) return new Set();
  const hanging = new Map<Branch, Readonly<{ height: number; depth: number; branches: boolean }>>();
  for (const branch of order.toReversed()) {
    let height = stack(branch, sizeOf, options.gaps.linked).size.height;
    let depth = 0;
    let branches = branch.children.length > 1;
    for (const child of branch.children) {
      const below = hanging.get(child);
      height += gapAbove(child, options.gaps) + (below?.height ?? Number.POSITIVE_INFINITY);
      // What argues about a step needs the step's chip in a gutter of its own.
      if (child.isAboutStep) height = Number.POSITIVE_INFINITY;
      depth = Math.max(depth, 1 + (below?.depth ?? maxHangingDepth));
      branches ||= below?.branches ?? false;
    }
    if (height <= maxHangingPx && depth <= maxHangingDepth) hanging.set(branch, { height, depth, branches });
  }
  return new Set(order.slice(1).filter((branch) => hanging.get(branch)?.branches));
}

function gapAbove(child: Branch, gaps: LayoutGaps): number {
  return child.isPremise ? gaps.chip : gaps.branch;
}

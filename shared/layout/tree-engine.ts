/**
 * Tidy trees of boxes of any size in linear time, after van der Ploeg, "Drawing non-layered tidy trees in linear time"
 * (2014): each subtree keeps its two outlines as lists, so that setting two side by side costs as many steps as the
 * shallower one is deep. Nothing recurses, so depth is unbounded.
 */

/** A box of a tree. `across` is the axis along which siblings stand, `along` the one on which the tree grows. */
export type TreeBox = {
  readonly parent: TreeBox | undefined;
  readonly children: TreeBox[];
  readonly acrossSize: number;
  readonly alongSize: number;
  /** Set by the engine: where the box begins; the root's `across` is 0. */
  along: number;
  across: number;
};

/** Distances between boxes. */
export type TreeGaps = Readonly<{
  /** From a box to its children. */
  level: number;
  /** Between boxes that have the same parent. */
  sibling: number;
  /** Between other neighbours. */
  branch: number;
}>;

/** A stretch of an outline that ends at `end`, `step` further out than the stretch before it. */
type Stretch = { readonly end: number; readonly box: TreeBox; step: number; next: Stretch | undefined };
/** One outline of a subtree; `first.step` counts from where the subtree's root begins. */
type Outline = { first: Stretch; last: Stretch; lastAt: number };
/** What is known of a subtree: its outlines seen from where its root begins. */
type Subtree = { readonly near: Outline; readonly far: Outline };

/** Places the boxes of a tree; sizes and gaps in whole pixels give places in whole pixels. O(boxes). */
export function placeTree(root: TreeBox, gaps: TreeGaps): readonly TreeBox[] {
  const boxes: TreeBox[] = [root];
  root.along = 0;
  for (let i = 0; i < boxes.length; i += 1) {
    const box = boxes[i];
    for (const child of box?.children ?? []) {
      child.along = (box?.along ?? 0) + (box?.alongSize ?? 0) + gaps.level;
      boxes.push(child);
    }
  }
  const subtrees = new Map<TreeBox, Subtree>();
  for (let i = boxes.length - 1; i >= 0; i -= 1) {
    const box = boxes[i];
    if (box) subtrees.set(box, join(box, subtrees, gaps));
  }
  root.across = 0;
  for (const box of boxes) for (const child of box.children) child.across += box.across;
  return boxes;
}

/** Sets the subtrees of a box side by side, and the box beside their middle; children get places seen from the box. */
function join(box: TreeBox, subtrees: Map<TreeBox, Subtree>, gaps: TreeGaps): Subtree {
  // The room before the next level is taken too: chips and lines lie there.
  const end = box.along + box.alongSize + gaps.level;
  const near: Stretch = { end, box, step: 0, next: undefined };
  const far: Stretch = { end, box, step: box.acrossSize, next: undefined };
  const [first, ...others] = box.children;
  const family = first && subtrees.get(first);
  if (!first || !family) {
    return { near: { first: near, last: near, lastAt: 0 }, far: { first: far, last: far, lastAt: far.step } };
  }
  subtrees.delete(first);
  first.across = 0;
  let farEnd = first.acrossSize;
  for (const child of others) {
    const subtree = subtrees.get(child);
    if (!subtree) continue;
    subtrees.delete(child);
    child.across = setBeside(family, subtree, gaps);
    farEnd = child.across + child.acrossSize;
  }
  const begin = Math.round((farEnd - box.acrossSize) / 2);
  for (const child of box.children) child.across -= begin;
  near.next = family.near.first;
  family.near.first.step -= begin;
  far.next = family.far.first;
  family.far.first.step -= begin + box.acrossSize;
  return {
    near: { first: near, last: family.near.last, lastAt: family.near.lastAt - begin },
    far: { first: far, last: family.far.last, lastAt: family.far.lastAt - begin },
  };
}

/** Sets a subtree as close beside a family as its outline lets it, and takes it in. Gives how far out it stands. */
function setBeside(family: Subtree, subtree: Subtree, gaps: TreeGaps): number {
  let left: Stretch | undefined = family.far.first;
  let right: Stretch | undefined = subtree.near.first;
  let [leftAt, rightAt] = [left.step, right.step];
  let shift = Number.NEGATIVE_INFINITY;
  while (left && right) {
    const gap = left.box.parent === right.box.parent ? gaps.sibling : gaps.branch;
    shift = Math.max(shift, leftAt + gap - rightAt);
    const [leftEnd, rightEnd]: [number, number] = [left.end, right.end];
    if (leftEnd <= rightEnd) {
      left = left.next;
      leftAt += left?.step ?? 0;
    }
    if (rightEnd <= leftEnd) {
      right = right.next;
      rightAt += right?.step ?? 0;
    }
  }
  const far = subtree.far;
  far.first.step += shift;
  if (right) {
    // The newcomer is deeper: below the family its near outline is the outline of all.
    right.step = rightAt + shift - family.near.lastAt;
    family.near.last.next = right;
    family.near.last = subtree.near.last;
    family.near.lastAt = subtree.near.lastAt + shift;
  }
  if (left) {
    left.step = leftAt - (far.lastAt + shift);
    far.last.next = left;
    family.far.first = far.first;
  } else {
    family.far.first = far.first;
    family.far.last = far.last;
    family.far.lastAt = far.lastAt + shift;
  }
  return shift;
}

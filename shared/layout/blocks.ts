import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import { type Placed, stack } from "./clumps.ts";
import type { Branch, Forest } from "./forest.ts";
import type { LayoutOptions, SizeOf } from "./layout-options.ts";
import { tidyTree } from "./tidy-tree.ts";

/** A part of a map that stays in one piece; blocks follow each other in reading order. */
export type Block = Readonly<{
  placed: Placed;
  /** 0 for a root, 1 for what it heads, and so on; deeper blocks stand in. */
  level: number;
  /** Free room above it. */
  gapBefore: number;
  /** Whether a column may not end with it: it heads what follows. */
  keepWithNext: boolean;
}>;

/** Branches beside each other in one block: the width of a screen at a readable zoom. */
const maxDepth = 6;
/** Loose cards stand in rows of this many, in blocks of some rows. */
const looseColumns = 4;
const looseInBlock = 12;

/**
 * Cuts a forest into blocks of at most about `maxHeight`: a question heads its section, a claim whose reasons are too
 * many for one block heads them likewise; everything else is a tidy tree running to the right.
 */
export function blocksOf(
  { roots, loose }: Forest,
  maxHeight: number,
  sizeOf: SizeOf,
  options: LayoutOptions,
): readonly Block[] {
  const { gaps } = options;
  const heights = expectedHeights(roots, sizeOf, options);
  const blocks: Block[] = [];
  const open = roots.map((branch) => ({ branch, level: 0 })).toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    const { branch, level } = next;
    const gapBefore = gapAbove(branch, level, options);
    const isHead =
      branch.children.length > 0 &&
      (branch.cards[0].kind === "question" ||
        (branch.children.length > 1 && (heights.get(branch) ?? 0) > maxHeight));
    const tree = isHead
      ? { placed: stack(branch, sizeOf, gaps.linked), cut: branch.children }
      : tidyTree(branch, maxDepth, sizeOf, { ...options, direction: "right" });
    blocks.push({ placed: tree.placed, level, gapBefore, keepWithNext: isHead });
    for (const child of tree.cut.toReversed()) open.push({ branch: child, level: level + 1 });
  }
  return [...blocks, ...looseBlocks(loose, sizeOf, options)];
}

function gapAbove(branch: Branch, level: number, { gaps }: LayoutOptions): number {
  if (level === 0 || branch.cards[0].kind === "question") return gaps.section;
  // A chip stands above what a claim heads.
  return branch.isPremise ? gaps.chip : gaps.branch;
}

/** How tall each branch would be as a tidy tree; a good guess in one pass, children before parents. */
function expectedHeights(
  roots: readonly Branch[],
  sizeOf: SizeOf,
  { gaps }: LayoutOptions,
): Map<Branch, number> {
  const order: Branch[] = [...roots];
  for (let i = 0; i < order.length; i += 1) for (const child of order[i]?.children ?? []) order.push(child);
  const heights = new Map<Branch, number>();
  for (const branch of order.toReversed()) {
    let below = -gaps.sibling;
    for (const child of branch.children) below += gaps.sibling + (heights.get(child) ?? 0);
    heights.set(branch, Math.max(below, stack(branch, sizeOf, gaps.linked).size.height));
  }
  return heights;
}

/** Cards that nothing is said about: in rows, each into the shortest column. */
export function looseBlocks(
  loose: readonly Branch[],
  sizeOf: SizeOf,
  { gaps }: LayoutOptions,
): readonly Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < loose.length; from += looseInBlock) {
    const some = loose.slice(from, from + looseInBlock);
    const stacks = some.map((branch) => stack(branch, sizeOf, gaps.linked));
    const columnWidth = Math.max(...stacks.map(({ size }) => size.width)) + gaps.branch;
    const bottoms = Array<number>(Math.min(looseColumns, some.length)).fill(0);
    const cards = stacks.flatMap(({ size, cards }) => {
      const column = bottoms.indexOf(Math.min(...bottoms));
      const top = bottoms[column] ?? 0;
      bottoms[column] = top + size.height + gaps.branch;
      return cards.map(([id, [x, y]]): readonly [CardId, Point] => [id, [x + column * columnWidth, y + top]]);
    });
    const size = {
      width: bottoms.length * columnWidth - gaps.branch,
      height: Math.max(...bottoms) - gaps.branch,
    };
    const gapBefore = from === 0 ? gaps.section : gaps.branch;
    blocks.push({ placed: { size, cards }, level: 0, gapBefore, keepWithNext: false });
  }
  return blocks;
}

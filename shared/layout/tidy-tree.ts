import { flextree } from "d3-flextree";
import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import type { Branch } from "./forest.ts";
import type { LayoutOptions, Size, SizeOf } from "./layout-options.ts";

/** Cards placed relative to the top left corner of the box around them. */
export type Placed = Readonly<{ size: Size; cards: readonly (readonly [CardId, Point])[] }>;
export type TidyTree = Readonly<{ placed: Placed; cut: readonly Branch[] }>;

type Node = Readonly<{ branch: Branch; size: Size; children: Node[] }>;

/**
 * A tidy tree of a branch, its children beside it, `maxDepth` branches deep; what is deeper is handed back. The engine
 * recurses, so the depth must be bounded.
 */
export function tidyTree(root: Branch, maxDepth: number, sizeOf: SizeOf, options: LayoutOptions): TidyTree {
  const { gaps, direction } = options;
  // The engine makes its classes anew for every tree, which shows where most trees are single cards.
  if (root.children.length === 0) return { placed: stack(root, sizeOf, gaps.linked), cut: [] };
  const cut: Branch[] = [];
  const toNode = (branch: Branch, depth: number): Node => {
    if (depth === maxDepth) cut.push(...branch.children);
    const children = depth === maxDepth ? [] : branch.children;
    return {
      branch,
      size: stackSize(branch, sizeOf, gaps.linked),
      children: children.map((child) => toNode(child, depth + 1)),
    };
  };
  const isRight = direction === "right";
  const engine = flextree<Node>({
    children: ({ children }) => children,
    nodeSize: ({ data: { size } }) =>
      isRight ? [size.height, size.width + gaps.level] : [size.width, size.height + gaps.level],
    spacing: (a, b) => (a.parent === b.parent ? gaps.sibling : gaps.branch),
  });
  const tree = engine(engine.hierarchy(toNode(root, 1)));

  const corners = tree.nodes.map(({ data, x, y }): readonly [Node, Point] => [
    data,
    isRight ? [y, Math.round(x - data.size.height / 2)] : [Math.round(x - data.size.width / 2), y],
  ]);
  const left = corners.reduce((least, [, [x]]) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const top = corners.reduce((least, [, [, y]]) => Math.min(least, y), Number.POSITIVE_INFINITY);
  let [width, height] = [0, 0];
  const cards = corners.flatMap(([{ branch, size }, [x, y]]) => {
    width = Math.max(width, x - left + size.width);
    height = Math.max(height, y - top + size.height);
    return stackCards(branch, [x - left, y - top], sizeOf, gaps.linked);
  });
  return { placed: { size: { width, height }, cards }, cut };
}

/** Cards one below the other, by themselves. */
export function stack(branch: Branch, sizeOf: SizeOf, gap: number): Placed {
  return { size: stackSize(branch, sizeOf, gap), cards: stackCards(branch, [0, 0], sizeOf, gap) };
}

/** The room that cards standing one below the other take. */
export function stackSize(branch: Branch, sizeOf: SizeOf, gap: number): Size {
  let [width, height] = [0, -gap];
  for (const card of branch.cards) {
    const size = sizeOf(card.id);
    width = Math.max(width, size.width);
    height += gap + size.height;
  }
  return { width, height };
}

/** Cards one below the other from a corner. */
export function stackCards(branch: Branch, [x, y]: Point, sizeOf: SizeOf, gap: number): Placed["cards"] {
  let top = y;
  return branch.cards.map((card) => {
    const at: Point = [x, top];
    top += sizeOf(card.id).height + gap;
    return [card.id, at];
  });
}

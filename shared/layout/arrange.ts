import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import { blocksOf, looseBlocks } from "./blocks.ts";
import type { Placed } from "./clumps.ts";
import { columnsOf, indentOf, widthOf } from "./columns.ts";
import type { Branch, Forest } from "./forest.ts";
import type { Places } from "./layout-map-type.ts";
import type { LayoutOptions, SizeOf } from "./layout-options.ts";
import { tidyTree } from "./tidy-tree.ts";

/** Canvas area that a well-filled picture needs for each unit of card area: gaps, arrows, ragged ends. */
const roominess = 3;
/** A tree up to this tall is worth keeping in one piece even in a small map; canvas pixels. */
const minBlockHeight = 1_100;
/** Heights of blocks go up in steps of this factor, so that one card more rarely cuts a map otherwise. */
const blockStep = 1.25;

/**
 * A place for every card of a forest, its top left corner near [0, 0], no two overlapping. Where cards lie `before`
 * has a say only in where columns end. O(forest).
 */
export function arrange(
  forest: Forest,
  sizeOf: SizeOf,
  options: LayoutOptions,
  before: Places,
): ReadonlyMap<CardId, Point> {
  const positions = new Map<CardId, Point>();
  const put: Put = (placed, [left, top]) => {
    for (const [id, [x, y]] of placed.cards) positions.set(id, [Math.round(left + x), Math.round(top + y)]);
  };
  if (options.arrangement === "tree") placeTrees(forest, sizeOf, options, put);
  else placeColumns(forest, sizeOf, options, before, put);
  return positions;
}

type Put = (placed: Placed, at: Point) => void;

/** Trees beside each other, then rows of what is loose. */
function placeTrees({ roots, loose }: Forest, sizeOf: SizeOf, options: LayoutOptions, put: Put): void {
  const isRight = options.direction === "right";
  const trees = roots.map((root) => tidyTree(root, Number.POSITIVE_INFINITY, sizeOf, options).placed);
  const blocks = looseBlocks(loose, sizeOf, options).map(({ placed }) => placed);
  let at = 0;
  const depth = trees.reduce((most, { size }) => Math.max(most, size.height), 0);
  for (const placed of [...trees, ...blocks]) {
    // Trees that grow up stand on one line.
    const top = options.direction === "up" && trees.includes(placed) ? depth - placed.size.height : 0;
    put(placed, isRight ? [0, at] : [at, top]);
    at += (isRight ? placed.size.height : placed.size.width) + options.gaps.section;
  }
}

function placeColumns(
  forest: Forest,
  sizeOf: SizeOf,
  options: LayoutOptions,
  before: Places,
  put: Put,
): void {
  const wanted = wantedHeight(forest, sizeOf, options);
  const maxHeight = Math.max(minBlockHeight, blockStep ** Math.ceil(Math.log(wanted) / Math.log(blockStep)));
  let left = 0;
  for (const column of columnsOf(blocksOf(forest, maxHeight, sizeOf, options), options, before)) {
    let top = 0;
    column.forEach((block, i) => {
      top += i === 0 ? 0 : block.gapBefore;
      put(block.placed, [left + indentOf(block, column, options), top]);
      top += block.placed.size.height;
    });
    left += widthOf(column, options) + options.gaps.section;
  }
}

/** The height of a picture of the wanted shape that holds all cards with room between them. */
function wantedHeight({ roots, loose }: Forest, sizeOf: SizeOf, { aspect }: LayoutOptions): number {
  let area = 1;
  const open: Branch[] = [...roots, ...loose];
  for (let branch = open.pop(); branch; branch = open.pop()) {
    for (const card of branch.cards) {
      const { width, height } = sizeOf(card.id);
      area += width * height;
    }
    open.push(...branch.children);
  }
  return Math.sqrt((area * roominess) / aspect);
}

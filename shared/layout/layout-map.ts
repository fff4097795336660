import type { CardId } from "#shared/model/ids.ts";
import type { PlainMap } from "#shared/model/plain-map.ts";
import type { Point } from "#shared/model/records.ts";
import { blocksOf } from "./blocks.ts";
import { columnsOf, indentOf, widthOf } from "./columns.ts";
import { type Branch, type Forest, forestOf } from "./forest.ts";
import { defaultLayoutOptions, type LayoutOptions, type SizeOf } from "./layout-options.ts";
import { type Placed, tidyTree } from "./tidy-tree.ts";

/** Canvas area that a well-filled picture needs for each unit of card area: gaps, arrows, ragged ends. */
const roominess = 3;
/** A tree up to this tall is worth keeping in one piece even in a small map; canvas pixels. */
const minBlockHeight = 1_100;
/** Of the height of the whole picture, for a block. */
const maxBlockPart = 1;
/** The tree engine recurses; deeper branches start anew beside the tree. */
const maxTreeDepth = 300;

/**
 * A place for every card, from the structure of the map alone: the same map gives the same places, and no two cards
 * overlap. Takes a resolved map (`resolveMap`); what it mentions and does not have is passed over.
 */
export function layoutMap(
  map: PlainMap,
  sizeOf: SizeOf,
  options: Partial<LayoutOptions> = {},
): ReadonlyMap<CardId, Point> {
  const settings: LayoutOptions = { ...defaultLayoutOptions, ...options };
  const forest = forestOf(map);
  const positions = new Map<CardId, Point>();
  const put = (placed: Placed, [left, top]: Point) => {
    for (const [id, [x, y]] of placed.cards) positions.set(id, [Math.round(left + x), Math.round(top + y)]);
  };
  if (settings.arrangement === "tree") placeTrees([...forest.roots, ...forest.loose], sizeOf, settings, put);
  else placeColumns(forest, sizeOf, { ...settings, direction: "right" }, put);
  return positions;
}

type Put = (placed: Placed, at: Point) => void;

function placeTrees(roots: readonly Branch[], sizeOf: SizeOf, options: LayoutOptions, put: Put): void {
  const open = [...roots];
  let at = 0;
  for (let i = 0; i < open.length; i += 1) {
    const root = open[i];
    if (!root) break;
    const { placed, cut } = tidyTree(root, maxTreeDepth, sizeOf, options);
    open.push(...cut);
    put(placed, options.direction === "right" ? [0, at] : [at, 0]);
    at += (options.direction === "right" ? placed.size.height : placed.size.width) + options.gaps.section;
  }
}

function placeColumns(forest: Forest, sizeOf: SizeOf, options: LayoutOptions, put: Put): void {
  const maxHeight = Math.max(minBlockHeight, maxBlockPart * wantedHeight(forest, sizeOf, options));
  let left = 0;
  for (const column of columnsOf(blocksOf(forest, maxHeight, sizeOf, options), options)) {
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
  let area = 0;
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

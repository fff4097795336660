import type { Block } from "./blocks.ts";
import type { Places } from "./layout-map-type.ts";
import type { LayoutOptions } from "./layout-options.ts";

type Column = readonly Block[];

/** What a picture may lose in size to keep every section in one column. */
const splitSectionPrice = 0.85;
/** What it may lose in size to keep cards in the columns where they are. */
const keepPrice = 0.9;
/** Blocks of one column begin no further apart than indents reach; columns are wider than that. */
const sameColumnPx = 220;
/** Numbers of columns tried. */
const maxCounts = 40;
/** Deeper blocks stand in no further. */
const maxIndents = 5;

/**
 * Spreads blocks over columns in reading order, like a newspaper: down the first, then down the second. Of all numbers
 * of columns it takes the one that shows the whole at the largest scale in a place of the wanted shape; but columns
 * end where they ended `before`, while that is nearly as good.
 */
export function columnsOf(
  blocks: readonly Block[],
  options: LayoutOptions,
  before: Places,
): readonly Column[] {
  const whole = unitsOf(blocks, mayStartSection);
  const split = unitsOf(blocks, () => true);
  let best: readonly Column[] = [blocks];
  let bestScore = scaleOf(best, options);
  const counts = countsToTry(blocks, options);
  const consider = (units: readonly Column[], price: number) => {
    for (const count of counts) {
      if (count > units.length) break;
      const columns = spread(units, count);
      const score = scaleOf(columns, options) * price;
      if (score > bestScore) [best, bestScore] = [columns, score];
    }
  };
  consider(whole, 1);
  consider(split, splitSectionPrice);
  const kept = columnsBefore(split, before);
  const isWhole = kept.every(([first]) => first === undefined || mayStartSection(first));
  const keptScore = scaleOf(kept, options) * (isWhole ? 1 : splitSectionPrice);
  return keptScore >= bestScore * keepPrice ? kept : best;
}

function mayStartSection(block: Block): boolean {
  return block.level <= 1;
}

/** The columns in which the units lie now; what has no place yet goes with what it follows. */
function columnsBefore(units: readonly Column[], before: Places): readonly Column[] {
  const columns: Block[][] = [];
  let left: number | undefined;
  for (const unit of units) {
    const [first] = unit[0]?.placed.cards ?? [];
    const x = first && before.get(first[0])?.[0];
    const isFarOff = x !== undefined && left !== undefined && Math.abs(x - left) > sameColumnPx;
    const last = columns.at(-1);
    if (last && !isFarOff) last.push(...unit);
    else columns.push([...unit]);
    left = x ?? left;
  }
  return columns;
}

/** How far a block stands in from the left edge of its column. */
export function indentOf(block: Block, column: Column, options: LayoutOptions): number {
  const least = column.reduce((level, other) => Math.min(level, other.level), maxIndents);
  return (Math.min(block.level, maxIndents) - least) * options.gaps.indent;
}

/** The width of a column, indents included. */
export function widthOf(column: Column, options: LayoutOptions): number {
  const least = column.reduce((level, other) => Math.min(level, other.level), maxIndents);
  return column.reduce(
    (width, { placed, level }) =>
      Math.max(width, (Math.min(level, maxIndents) - least) * options.gaps.indent + placed.size.width),
    0,
  );
}

function heightOf(column: Column): number {
  return column.reduce(
    (sum, { placed, gapBefore }, i) => sum + (i === 0 ? 0 : gapBefore) + placed.size.height,
    0,
  );
}

/** Blocks that go into a column together: each starts where a column may start. */
function unitsOf(blocks: readonly Block[], mayStart: (block: Block) => boolean): readonly Column[] {
  const units: Block[][] = [];
  let isHeld = false;
  for (const block of blocks) {
    const unit = units.at(-1);
    if (unit && (isHeld || !mayStart(block))) unit.push(block);
    else units.push([block]);
    isHeld = block.keepWithNext;
  }
  return units;
}

/** At most `count` columns, in order, the tallest as short as can be. */
function spread(units: readonly Column[], count: number): readonly Column[] {
  const heights = units.map((unit) => heightOf(unit) + (unit[0]?.gapBefore ?? 0));
  let low = Math.max(...heights);
  let high = heights.reduce((sum, height) => sum + height, 0);
  // To a pixel; the sum halves each time.
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (columnsNeeded(heights, middle) <= count) high = middle;
    else low = middle;
  }
  return fill(units, heights, high);
}

function columnsNeeded(heights: readonly number[], limit: number): number {
  let [columns, used] = [1, 0];
  for (const height of heights) {
    if (used > 0 && used + height > limit) [columns, used] = [columns + 1, 0];
    used += height;
  }
  return columns;
}

function fill(units: readonly Column[], heights: readonly number[], limit: number): readonly Column[] {
  const columns: Block[][] = [[]];
  let used = 0;
  units.forEach((unit, i) => {
    const height = heights[i] ?? 0;
    if (used > 0 && used + height > limit) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(...unit);
    used += height;
  });
  return columns;
}

/** The scale at which columns fit a place of height 1 and the wanted shape. */
function scaleOf(columns: readonly Column[], options: LayoutOptions): number {
  const width = columns.reduce((sum, column) => sum + options.gaps.section + widthOf(column, options), 0);
  const height = columns.reduce((most, column) => Math.max(most, heightOf(column)), 1);
  return Math.min(options.aspect / width, 1 / height);
}

/** Every count that may fit the wanted shape; for a large map, evenly chosen ones. */
function countsToTry(blocks: readonly Block[], { aspect }: LayoutOptions): readonly number[] {
  const widths = blocks.map(({ placed }) => placed.size.width).sort((a, b) => a - b);
  const middle = widths[Math.floor(widths.length / 2)] ?? 1;
  const most = Math.ceil(2 * Math.sqrt((heightOf(blocks) * aspect) / middle)) + 2;
  const stride = Math.ceil(most / maxCounts);
  return Array.from({ length: Math.floor(most / stride) }, (_, i) => 1 + (i + 1) * stride);
}

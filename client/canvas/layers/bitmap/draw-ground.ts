import type { Theme } from "#shared/diagram/index.ts";
import type { Brush } from "./picture.ts";

/** The distance between dots in canvas pixels where one is near; doubled while they would stand closer than `minGapPx`. */
const gapPx = 24;
const dotPx = 1.5;
/** Closer dots than this on the screen are noise. */
const minGapPx = 18;

/** One cell of dots, by colour and by its size in the bitmap's pixels. */
const cells = new Map<string, HTMLCanvasElement>();

/** Fills a stretch of the bitmap with the ground and its dots; `density` is bitmap pixels a screen pixel. */
export function drawGround(
  { context, zoom }: Brush,
  theme: Theme,
  density: number,
  stretch: Readonly<{ x: number; y: number; width: number; height: number }>,
): void {
  const { x, y, width, height } = stretch;
  context.fillStyle = theme.background;
  context.fillRect(x, y, width, height);
  const gap = gapAt(zoom);
  const cellPx = Math.max(1, Math.round(gap * zoom * density));
  const pattern = context.createPattern(cellOf(theme, cellPx, dotPx * density), "repeat");
  if (!pattern) return;
  pattern.setTransform(new DOMMatrix().scale(gap / cellPx));
  context.fillStyle = pattern;
  context.fillRect(x, y, width, height);
}

function gapAt(zoom: number): number {
  let gap = gapPx;
  while (gap * zoom < minGapPx) gap *= 2;
  return gap;
}

function cellOf(theme: Theme, sizePx: number, diameterPx: number): HTMLCanvasElement {
  const key = `${theme.grid} ${sizePx} ${diameterPx}`;
  const known = cells.get(key);
  if (known) return known;
  // Every zoom has a size of its own; old ones are made again when they are needed.
  if (cells.size > 32) cells.clear();
  const cell = document.createElement("canvas");
  cell.width = sizePx;
  cell.height = sizePx;
  const context = cell.getContext("2d");
  if (context) {
    context.fillStyle = theme.grid;
    context.beginPath();
    context.arc(diameterPx, diameterPx, diameterPx / 2, 0, 2 * Math.PI);
    context.fill();
  }
  cells.set(key, cell);
  return cell;
}

import type { TextStyle } from "../card-metrics.ts";
import type { Rect } from "../rect.ts";
import { setLists } from "./draw-lists.ts";
import { fillIn } from "./fill-in.ts";
import { pathItem, stroked, textItem } from "./items.ts";
import { defaultPageOptions, type PageOptions, type PicturePage, papers } from "./pages.ts";
import type { PathSegment, Picture, PictureInk, PictureItem } from "./picture.ts";

const pointsPerMm = 72 / 25.4;
/** Canvas pixels are 96 an inch. */
const pointsPerPixel = 0.75;
/** Nothing is made larger than on the screen at twice its size: a single card need not fill a sheet. */
const maxFitScale = 2 * pointsPerPixel;
const list = { sizePt: 9, columnGapPt: 18, columnWidthPt: 240 } as const;
const mark = { lengthPt: 14, offPt: 3, strokePt: 0.5 } as const;
const label: TextStyle = { weight: 400, sizePx: 7, lineHeightPx: 9 };

/**
 * Puts a picture onto sheets of paper: first title, map and legend, fitted to one sheet or over several that overlap; then
 * sources and notes, set anew in a size that can be read. `sheet` names a tile, with {row} and {column}.
 */
export function pagesOf(
  picture: Picture,
  given: Partial<PageOptions> = {},
  sheet = "{row}, {column}",
): readonly PicturePage[] {
  const options: PageOptions = { ...defaultPageOptions, ...given };
  const source = drawnArea(picture);
  const [upright, lying] = framesOf(options);
  const frame =
    options.turn === "portrait"
      ? upright
      : options.turn === "landscape"
        ? lying
        : isBetter(upright, lying, source, options)
          ? upright
          : lying;
  const pages =
    options.mode === "fit" ? [fitted(source, frame)] : tiles(source, frame, options, picture.ink, sheet);
  return [...pages, ...listPages(picture, frame)];
}

/** A sheet and what of it is printed on, in points. */
type Frame = Readonly<{ widthPt: number; heightPt: number; inner: Rect }>;

function framesOf({ paper, marginMm }: PageOptions): readonly [upright: Frame, lying: Frame] {
  const { widthMm, heightMm } = papers[paper];
  const margin = Math.min(marginMm, widthMm / 4) * pointsPerMm;
  const frame = (widthPt: number, heightPt: number): Frame => ({
    widthPt,
    heightPt,
    inner: { x: margin, y: margin, width: widthPt - 2 * margin, height: heightPt - 2 * margin },
  });
  const [width, height] = [widthMm * pointsPerMm, heightMm * pointsPerMm];
  return [frame(width, height), frame(height, width)];
}

/** All above the lists, which are set by themselves. */
function drawnArea({ width, height, areas: { lists, legend, map } }: Picture): Rect {
  if (!lists) return { x: 0, y: 0, width, height };
  const last = legend ?? map;
  return { x: 0, y: 0, width, height: (last.y + last.height + lists.y) / 2 };
}

function isBetter(upright: Frame, lying: Frame, source: Rect, options: PageOptions): boolean {
  if (options.mode === "fit") return fitScale(source, upright) >= fitScale(source, lying);
  const count = ({ columns, rows }: Grid) => columns * rows;
  return count(gridOf(source, upright, options)) <= count(gridOf(source, lying, options));
}

function fitScale({ width, height }: Rect, { inner }: Frame): number {
  return Math.min(maxFitScale, inner.width / width, inner.height / height);
}

function fitted(source: Rect, frame: Frame): PicturePage {
  const scale = fitScale(source, frame);
  const { inner, widthPt, heightPt } = frame;
  const [width, height] = [source.width * scale, source.height * scale];
  const target = { x: inner.x + (inner.width - width) / 2, y: inner.y, width, height };
  return { widthPt, heightPt, source, target, scale, items: [] };
}

type Grid = Readonly<{
  columns: number;
  rows: number;
  stepX: number;
  stepY: number;
  scale: number;
  overlapPt: number;
}>;

/** More sheets than this nobody glues together; larger pictures are made smaller. */
const maxTilesASide = 24;

function gridOf(source: Rect, { inner }: Frame, { overlapMm, scale }: PageOptions): Grid {
  const overlapPt = Math.min(overlapMm * pointsPerMm, inner.width / 3, inner.height / 3);
  const [stepX, stepY] = [inner.width - overlapPt, inner.height - overlapPt];
  const most = Math.min(
    (maxTilesASide * stepX + overlapPt) / source.width,
    (maxTilesASide * stepY + overlapPt) / source.height,
  );
  const used = Math.min(Math.max(0.05, scale) * pointsPerPixel, most);
  const count = (length: number, step: number) =>
    Math.max(1, Math.ceil((length * used - overlapPt) / step - 1e-6));
  return {
    columns: count(source.width, stepX),
    rows: count(source.height, stepY),
    stepX,
    stepY,
    scale: used,
    overlapPt,
  };
}

function tiles(
  source: Rect,
  frame: Frame,
  options: PageOptions,
  ink: PictureInk,
  sheet: string,
): readonly PicturePage[] {
  const grid = gridOf(source, frame, options);
  const { inner, widthPt, heightPt } = frame;
  const { columns, rows, scale } = grid;
  const pages: PicturePage[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = source.x + (column * grid.stepX) / scale;
      const y = source.y + (row * grid.stepY) / scale;
      const width = Math.min(inner.width / scale, source.x + source.width - x);
      const height = Math.min(inner.height / scale, source.y + source.height - y);
      const target = { x: inner.x, y: inner.y, width: width * scale, height: height * scale };
      const isAlone = columns * rows === 1;
      pages.push({
        widthPt,
        heightPt,
        source: { x, y, width, height },
        target,
        scale,
        items: isAlone ? [] : tileMarks(frame, grid, [row, column], ink, sheet),
      });
    }
  }
  return pages;
}

/** Ticks in the margin where the next sheet begins, and which sheet this is. */
function tileMarks(
  { inner, heightPt }: Frame,
  { columns, rows, stepX, stepY, overlapPt }: Grid,
  [row, column]: readonly [number, number],
  ink: PictureInk,
  sheet: string,
): readonly PictureItem[] {
  const { lengthPt, offPt, strokePt } = mark;
  const right = inner.x + inner.width;
  const bottom = inner.y + inner.height;
  const segments: PathSegment[] = [];
  const upright = (x: number) => {
    segments.push(["M", x, inner.y - offPt], ["L", x, inner.y - offPt - lengthPt]);
    segments.push(["M", x, bottom + offPt], ["L", x, bottom + offPt + lengthPt]);
  };
  const level = (y: number) => {
    segments.push(["M", inner.x - offPt, y], ["L", inner.x - offPt - lengthPt, y]);
    segments.push(["M", right + offPt, y], ["L", right + offPt + lengthPt, y]);
  };
  if (column + 1 < columns) upright(inner.x + stepX);
  if (column > 0) upright(inner.x + overlapPt);
  if (row + 1 < rows) level(inner.y + stepY);
  if (row > 0) level(inner.y + overlapPt);
  const words = fillIn(sheet, { row: row + 1, column: column + 1 });
  const top = Math.min(bottom + offPt + 2, heightPt - label.lineHeightPx);
  return [
    pathItem(segments, stroked(ink.muted, strokePt)),
    textItem({
      x: inner.x + inner.width / 2,
      top,
      lines: [words],
      style: label,
      fill: ink.muted,
      align: "center",
    }),
  ];
}

function listPages(picture: Picture, { inner, widthPt, heightPt }: Frame): readonly PicturePage[] {
  if (!picture.areas.lists) return [];
  const { sizePt, columnGapPt, columnWidthPt } = list;
  const columns = Math.max(1, Math.floor((inner.width + columnGapPt) / (columnWidthPt + columnGapPt)));
  const columnWidth = (inner.width - (columns - 1) * columnGapPt) / columns;
  const frame = { ...inner, columns, columnWidth, columnGap: columnGapPt, sizePx: sizePt };
  return setLists(picture.lists, frame, picture.ink).map(({ group }) => ({
    widthPt,
    heightPt,
    source: null,
    target: inner,
    scale: 1,
    items: [group],
  }));
}

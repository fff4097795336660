import {
  type Arrowhead,
  curvesOf,
  isLongLink,
  jointBox,
  linkMetrics,
  type Rect,
  type RelationTone,
  type Theme,
} from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import type { PlacedLink } from "../../scene/canvas-scene.ts";
import { drawMark } from "./draw-marks.ts";
import type { Level } from "./level.ts";
import { type Brush, dimmedOpacity, type Picture } from "./picture.ts";
import { canvasFont, middleOf } from "./type.ts";
import { roomAround } from "./word-room.ts";

/** Thinner lines than this would fade away; in screen pixels. */
const thinnestPx = 0.6;
const selectedPx = 3.5;
/** A path with more curves than this takes longer to rasterise than several with fewer. */
const linesAPath = 256;
/** Heads and dashes smaller than a pixel or two only blur the line. */
const minZoomForDetail = 0.2;

/** Draws lines with their arrowheads; those that look alike in one stroke. */
export function drawLinks(brush: Brush, picture: Picture, keys: readonly string[]): void {
  for (const [style, lines] of byLook(picture, keys)) {
    for (let start = 0; start < lines.length; start += linesAPath)
      strokeLines(brush, picture, style, lines.slice(start, start + linesAPath));
  }
  brush.context.globalAlpha = 1;
  brush.context.setLineDash([]);
}

type Look = Readonly<{ tone: RelationTone; isSelected: boolean; isFaint: boolean; isDimmed: boolean }>;

/** How a line of that look is stroked, seen from there; canvas pixels. */
export type Stroke = Readonly<{
  color: string;
  widthPx: number;
  dash: readonly number[];
  opacity: number;
  hasHeads: boolean;
}>;

export function strokeOf(theme: Theme, look: Look, zoom: number): Stroke {
  const { tone, isSelected } = look;
  const { line, dash } = theme.relations[tone];
  const hasDetail = zoom >= minZoomForDetail;
  return {
    color: line,
    widthPx: Math.max(isSelected ? selectedPx : linkMetrics.strokePx, thinnestPx / zoom),
    dash: hasDetail ? dash : [],
    opacity: opacityOf(look, linkMetrics.long.opacity),
    hasHeads: hasDetail,
  };
}

function opacityOf({ isFaint, isDimmed }: Look, faint: number): number {
  return Math.min(isFaint ? faint : 1, isDimmed ? dimmedOpacity : 1);
}

function byLook(picture: Picture, keys: readonly string[]): Iterable<readonly [Look, readonly PlacedLink[]]> {
  const looks = new Map<string, readonly [Look, PlacedLink[]]>();
  for (const key of keys) {
    const placed = picture.scene.linkOf(key);
    if (!placed) continue;
    const look = lookOf(picture, key, placed);
    const name = `${look.tone} ${look.isSelected} ${look.isFaint} ${look.isDimmed}`;
    const known = looks.get(name);
    if (known) known[1].push(placed);
    else looks.set(name, [look, [placed]]);
  }
  return looks.values();
}

export function lookOf(picture: Picture, key: string, placed: PlacedLink): Look {
  const isSelected = picture.isSelected(key);
  const isFaint = !isSelected && isLongLink(placed.geometry);
  return { tone: placed.tone, isSelected, isFaint, isDimmed: picture.isDimmed(key) };
}

/** Whether a line stands back, because it runs far across the map. */
export function isFaint(picture: Picture, key: string): boolean {
  const placed = picture.scene.linkOf(key);
  return placed !== undefined && lookOf(picture, key, placed).isFaint;
}

function strokeLines({ context, zoom }: Brush, picture: Picture, look: Look, lines: readonly PlacedLink[]) {
  const { color, widthPx, dash, opacity, hasHeads } = strokeOf(picture.theme, look, zoom);
  context.globalAlpha = opacity;
  context.strokeStyle = color;
  context.lineCap = "round";
  context.lineWidth = widthPx;
  context.setLineDash([...dash]);
  context.beginPath();
  for (const { geometry } of lines) {
    for (const { from, control1, control2, to } of curvesOf(geometry)) {
      context.moveTo(from[0], from[1]);
      context.bezierCurveTo(control1[0], control1[1], control2[0], control2[1], to[0], to[1]);
    }
  }
  context.stroke();
  if (!hasHeads) return;
  context.fillStyle = color;
  context.beginPath();
  for (const { geometry } of lines) {
    for (const head of headsOf(geometry)) addHead(context, head);
  }
  context.fill();
}

export function headsOf(geometry: PlacedLink["geometry"]): readonly Arrowhead[] {
  return "tail" in geometry && geometry.tail ? [geometry.head, geometry.tail] : [geometry.head];
}

function addHead(context: CanvasRenderingContext2D, [tip, left, right]: Arrowhead): void {
  context.moveTo(tip[0], tip[1]);
  context.lineTo(left[0], left[1]);
  context.lineTo(right[0], right[1]);
  context.closePath();
}

const chipRadiusPx = 12;
/** Words of long lines, which are read where their lines are only followed. */
const faintWordOpacity = 0.5;
const chipStrokePx = 1.5;
/** The word as the page has it, and larger where it could not be read. */
const wordSizePx: Readonly<Record<Exclude<Level, "block">, number>> = { full: 11.5, title: 17 };
/** Larger, a word would hide what its line joins; canvas pixels. */
const largestWordPx = 30;
/** The air beside a word, and of its height above and below it. */
const wordAir = { px: 7, part: 0.2 } as const;
const signs: Readonly<Partial<Record<RelationTone, string>>> = {
  support: "+",
  backing: "+",
  oppose: "−",
  undercut: "−",
};

/** From farther off only what speaks for or against is worth the room of its word. */
export function hasWord(tone: RelationTone, level: Level): level is Exclude<Level, "block"> {
  return level === "full" || (level === "title" && tone !== "answer" && tone !== "part");
}

/** Draws the words on lines. */
export function drawChips(
  brush: Brush,
  picture: Picture,
  keys: readonly string[],
  level: Exclude<Level, "block">,
): void {
  const { context, zoom } = brush;
  const seenPx = level === "title" ? Math.min(largestWordPx, picture.levels.wordPx / zoom) : 0;
  const wantedPx = Math.max(wordSizePx[level], seenPx);
  context.textAlign = "center";
  for (const key of keys) {
    const placed = picture.scene.linkOf(key);
    if (!placed) continue;
    const { tone, geometry } = placed;
    if (!hasWord(tone, level)) continue;
    const look = lookOf(picture, key, placed);
    const colors = picture.theme.relations[tone];
    const sign = signs[tone];
    const word = picture.linkWord(tone);
    context.font = canvasFont(600, wantedPx);
    const widthOf = (text: string) =>
      level === "title" ? context.measureText(text).width + 2 * wordAir.px : 0;
    const { text, box, sizePx } = fitWord(picture, geometry.label, wantedPx, widthOf, {
      word: sign ? `${sign} ${word}` : word,
      sign,
      // Larger than the room that maps leave it, it may not have any.
      isLarge: seenPx > wordSizePx[level],
    });
    if (sizePx !== wantedPx) context.font = canvasFont(600, sizePx);
    context.globalAlpha = opacityOf(look, faintWordOpacity);
    context.beginPath();
    context.roundRect(box.x + 0.75, box.y + 0.75, box.width - 1.5, box.height - 1.5, chipRadiusPx);
    context.fillStyle = colors.surface;
    context.fill();
    context.lineWidth = chipStrokePx;
    context.strokeStyle = colors.line;
    context.setLineDash(tone === "backing" || tone === "undercut" ? [4, 3] : []);
    context.stroke();
    context.setLineDash([]);
    if (look.isSelected) {
      context.strokeStyle = picture.theme.selection;
      context.lineWidth = Math.max(2, 2 / zoom);
      context.stroke();
    }
    context.fillStyle = colors.text;
    context.fillText(text, geometry.label[0], middleOf(geometry.label[1], sizePx));
  }
  context.globalAlpha = 1;
  for (const key of keys) {
    const placed = picture.scene.linkOf(key);
    if (placed && hasWord(placed.tone, level)) drawMark(brush, picture, key, jointBox(placed.geometry.label));
  }
  context.textAlign = "start";
}

/** Smaller than this part of the size that is wanted, its sign alone says more. */
const leastWordShare = 0.8;

type Said = Readonly<{ word: string; sign: string | undefined; isLarge: boolean }>;

/** The word in the size wanted; a large one no larger than there is room between cards, where it would be cut. */
function fitWord(
  picture: Picture,
  [x, y]: Point,
  wantedPx: number,
  widthOf: (text: string) => number,
  { word, sign, isLarge }: Said,
): Readonly<{ text: string; box: Rect; sizePx: number }> {
  const joint = jointBox([x, y]);
  const boxOf = (width: number, height: number): Rect => ({
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
  });
  const whole = boxOf(
    Math.max(joint.width, widthOf(word)),
    Math.max(joint.height, wantedPx * (1 + 2 * wordAir.part)),
  );
  const room = isLarge ? roomAround(picture.scene, whole) : whole;
  const shareOf = (text: string) => Math.min(1, room.width / widthOf(text), room.height / whole.height);
  const text = sign && shareOf(word) < leastWordShare ? sign : word;
  return {
    text,
    box: boxOf(
      Math.min(text === word ? whole.width : Math.max(widthOf(text), whole.height), room.width),
      Math.min(whole.height, room.height),
    ),
    sizePx: isLarge ? wantedPx * shareOf(text) : wantedPx,
  };
}

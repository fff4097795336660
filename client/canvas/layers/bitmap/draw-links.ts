import {
  type Arrowhead,
  curvesOf,
  isLongLink,
  jointBox,
  linkMetrics,
  type RelationTone,
} from "#shared/diagram/index.ts";
import type { PlacedLink } from "../../scene/canvas-scene.ts";
import type { Level } from "./level.ts";
import type { Brush, Picture } from "./picture.ts";
import { canvasFont, middleOf } from "./type.ts";

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

type Look = Readonly<{ tone: RelationTone; isSelected: boolean; isFaint: boolean }>;

function byLook(picture: Picture, keys: readonly string[]): Iterable<readonly [Look, readonly PlacedLink[]]> {
  const looks = new Map<string, readonly [Look, PlacedLink[]]>();
  for (const key of keys) {
    const placed = picture.scene.linkOf(key);
    if (!placed) continue;
    const { isSelected, isFaint } = lookOf(picture, key, placed);
    const name = `${placed.tone} ${isSelected} ${isFaint}`;
    const known = looks.get(name);
    if (known) known[1].push(placed);
    else looks.set(name, [{ tone: placed.tone, isSelected, isFaint }, [placed]]);
  }
  return looks.values();
}

function lookOf(picture: Picture, key: string, placed: PlacedLink): Omit<Look, "tone"> {
  const isSelected = picture.isSelected(key);
  return { isSelected, isFaint: !isSelected && isLongLink(placed.geometry) };
}

/** Whether a line stands back, because it runs far across the map. */
export function isFaint(picture: Picture, key: string): boolean {
  const placed = picture.scene.linkOf(key);
  return placed !== undefined && lookOf(picture, key, placed).isFaint;
}

function strokeLines({ context, zoom }: Brush, picture: Picture, look: Look, lines: readonly PlacedLink[]) {
  const { line, dash } = picture.theme.relations[look.tone];
  const hasDetail = zoom >= minZoomForDetail;
  context.globalAlpha = look.isFaint ? linkMetrics.long.opacity : 1;
  context.strokeStyle = line;
  context.lineCap = "round";
  context.lineWidth = Math.max(look.isSelected ? selectedPx : linkMetrics.strokePx, thinnestPx / zoom);
  context.setLineDash(hasDetail ? [...dash] : []);
  context.beginPath();
  for (const { geometry } of lines) {
    for (const { from, control1, control2, to } of curvesOf(geometry)) {
      context.moveTo(from[0], from[1]);
      context.bezierCurveTo(control1[0], control1[1], control2[0], control2[1], to[0], to[1]);
    }
  }
  context.stroke();
  if (!hasDetail) return;
  context.fillStyle = line;
  context.beginPath();
  for (const { geometry } of lines) {
    addHead(context, geometry.head);
    if ("tail" in geometry && geometry.tail) addHead(context, geometry.tail);
  }
  context.fill();
}

function addHead(context: CanvasRenderingContext2D, [tip, left, right]: Arrowhead): void {
  context.moveTo(tip[0], tip[1]);
  context.lineTo(left[0], left[1]);
  context.lineTo(right[0], right[1]);
  context.closePath();
}

const chipRadiusPx = 12;
const chipStrokePx = 1.5;
/** The word as the page has it, and larger where it could not be read. */
const wordSizePx: Readonly<Record<Exclude<Level, "block">, number>> = { full: 11.5, title: 17 };
const signs: Readonly<Partial<Record<RelationTone, string>>> = {
  support: "+",
  backing: "+",
  oppose: "−",
  undercut: "−",
};

/** Draws the words on lines. */
export function drawChips(
  { context, zoom }: Brush,
  picture: Picture,
  keys: readonly string[],
  level: Exclude<Level, "block">,
): void {
  context.font = canvasFont(600, wordSizePx[level]);
  context.textAlign = "center";
  for (const key of keys) {
    const placed = picture.scene.linkOf(key);
    if (!placed) continue;
    const { tone, geometry } = placed;
    // From farther off only what speaks for or against is worth its room.
    if (level === "title" && (tone === "answer" || tone === "part")) continue;
    const { isSelected, isFaint } = lookOf(picture, key, placed);
    const colors = picture.theme.relations[tone];
    const box = jointBox(geometry.label);
    context.globalAlpha = isFaint ? 0.5 : 1;
    context.beginPath();
    context.roundRect(box.x + 0.75, box.y + 0.75, box.width - 1.5, box.height - 1.5, chipRadiusPx);
    context.fillStyle = colors.surface;
    context.fill();
    context.lineWidth = chipStrokePx;
    context.strokeStyle = colors.line;
    context.setLineDash(tone === "backing" || tone === "undercut" ? [4, 3] : []);
    context.stroke();
    context.setLineDash([]);
    if (isSelected) {
      context.strokeStyle = picture.theme.selection;
      context.lineWidth = Math.max(2, 2 / zoom);
      context.stroke();
    }
    const sign = signs[tone];
    const word = picture.linkWord(tone);
    context.fillStyle = colors.text;
    context.fillText(
      sign ? `${sign} ${word}` : word,
      geometry.label[0],
      middleOf(geometry.label[1], wordSizePx[level]),
    );
  }
  context.globalAlpha = 1;
  context.textAlign = "start";
}

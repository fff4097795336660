import type { Rect, Theme } from "#shared/diagram/index.ts";
import type { Standing } from "#shared/evaluation/index.ts";
import { levelAt } from "../layers/bitmap/level.ts";
import type { Brush } from "../layers/bitmap/picture.ts";
import { baselineOf, canvasFont } from "../layers/bitmap/type.ts";
import type { Levels } from "../view/levels.ts";
import { fareBar, fareDash, fareSize, signPath, signScale, standingLook } from "./fare-look.ts";
import type { Fare } from "./weighed.ts";

/** It hangs out below its card by no more than this: cards that belong together stand 12 canvas pixels apart. */
const mostBelowPx = 12;
/** Of its height to its type. */
const leading = 1.3;
/** The air below a large title, and of a line's height to its type (`title-lines.ts`). */
const titleAirPx = 7;
const titleLeading = 1.14;
/** Letters reach a little below their line. */
const overTypePx = 1;
/** How much of a sign in the corner of a card lies on the card, whose words are there. */
const cornerShare = 0.6;
/** Of signs on their square; a little heavier than in print, since they are smaller. */
const signStrokePx = 2.4;

/**
 * Where it stands: `scale` times as large as on an element; `takes` so much of the card's height as its title must do
 * without. Where a title would have no room left, or the card is a mere block, its sign stands alone.
 */
export type FarePlace = Readonly<{
  scale: number;
  top: number;
  heightPx: number;
  takes: number;
  form: "whole" | "corner" | "block";
}>;

/** Undefined from so far off that nothing of it could be made out. */
export function farePlace(rect: Rect, zoom: number, levels: Levels): FarePlace | undefined {
  const bottom = rect.y + rect.height;
  const level = levelAt(zoom, levels);
  if (level === "full") {
    const { heightPx } = fareSize;
    return { scale: 1, top: bottom - heightPx / 2, heightPx, takes: 0, form: "whole" };
  }
  if (level === "block") {
    const heightPx = levels.namePx / zoom;
    if (heightPx > Math.min(rect.width, rect.height)) return undefined;
    const top = rect.y + (rect.height - heightPx) / 2;
    return { scale: heightPx / fareSize.heightPx, top, heightPx, takes: 0, form: "block" };
  }
  const { leastPx } = levels.titleSizeAt(zoom);
  const typePx = Math.max(fareSize.typePx, leastPx);
  const heightPx = typePx * leading;
  const inside = Math.max(heightPx / 2, heightPx - mostBelowPx);
  const takes = Math.max(0, inside + overTypePx - titleAirPx);
  const isLow = rect.height - 2 * titleAirPx - takes < leastPx * titleLeading;
  return {
    scale: typePx / fareSize.typePx,
    top: bottom - inside,
    heightPx,
    takes: isLow ? 0 : takes,
    form: isLow ? "corner" : "whole",
  };
}

const signs = new Map<Standing, Path2D>();

function signOf(standing: Standing): Path2D {
  const known = signs.get(standing);
  if (known) return known;
  const made = new Path2D(signPath(standing));
  signs.set(standing, made);
  return made;
}

/** What of its card's lower edge others have already: so far from its left and its right side, in canvas pixels. */
export type EdgeTaken = Readonly<{ leftPx: number; rightPx: number }>;
const freeEdge: EdgeTaken = { leftPx: 0, rightPx: 0 };

/** Draws how a card fares on its lower edge: a sign and the word, or a bar and the number; where there is no room, the first alone. */
export function drawFare(
  { context, zoom }: Brush,
  { theme, levels }: Readonly<{ theme: Theme; levels: Levels }>,
  rect: Rect,
  fare: Fare,
  word: string,
  taken: EdgeTaken = freeEdge,
): void {
  const place = farePlace(rect, zoom, levels);
  if (!place) return;
  const { scale, top, heightPx, form } = place;
  const look = fare.kind === "standing" ? standingLook(fare.standing) : { isBroken: false, isTurned: false };
  const [ground, ink] = look.isTurned ? [theme.text, theme.panel] : [theme.panel, theme.text];
  const said = fare.kind === "standing" ? word : fare.text;
  const typePx = fareSize.typePx * scale;
  const markWidth = (fare.kind === "standing" ? fareSize.signPx : fareBar.widthPx) * scale;
  context.font = canvasFont(600, typePx);
  context.textAlign = "left";
  const gap = fareSize.gapPx * scale;
  const whole = 2 * fareSize.padPx * scale + markWidth + gap + context.measureText(said).width;
  const from = rect.x + (taken.leftPx || -fareSize.leftPx);
  const to = rect.x + rect.width - (taken.rightPx || -fareSize.leftPx);
  const hasText = form === "whole" && whole <= to - from;
  const pad = hasText ? fareSize.padPx * scale : (heightPx - fareSize.signPx * scale) / 2;
  const width = hasText ? whole : 2 * pad + markWidth;
  if (form === "block" && width > rect.width) return;
  const middleLeft = rect.x + (rect.width - width) / 2;
  const x = {
    whole: Math.max(from, Math.min(rect.x + fareSize.leftPx, middleLeft, to - width)),
    corner: rect.x + rect.width - cornerShare * width,
    block: middleLeft,
  }[form];
  context.beginPath();
  context.roundRect(x, top, width, heightPx, heightPx / 2);
  context.fillStyle = ground;
  context.fill();
  context.lineWidth = scale;
  context.strokeStyle = theme.text;
  context.setLineDash(look.isBroken ? fareDash.map((part) => part * scale) : []);
  context.stroke();
  context.setLineDash([]);
  context.strokeStyle = ink;
  context.fillStyle = ink;
  const middle = top + heightPx / 2;
  if (fare.kind === "standing") drawSign(context, fare.standing, x + pad, middle, fareSize.signPx * scale);
  else drawBar(context, fare.value, x + pad, middle, scale);
  if (hasText) context.fillText(said, x + pad + markWidth + gap, baselineOf(top, heightPx, typePx));
}

function drawSign(
  context: CanvasRenderingContext2D,
  standing: Standing,
  x: number,
  middle: number,
  sizePx: number,
): void {
  context.save();
  context.translate(x, middle - sizePx / 2);
  context.scale(signScale(sizePx), signScale(sizePx));
  context.lineWidth = signStrokePx;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.stroke(signOf(standing));
  context.restore();
}

/** A frame, filled as far as it is strong. */
function drawBar(
  context: CanvasRenderingContext2D,
  value: number,
  x: number,
  middle: number,
  scale: number,
): void {
  const [width, height] = [fareBar.widthPx * scale, fareBar.heightPx * scale];
  context.strokeRect(x, middle - height / 2, width, height);
  context.fillRect(x, middle - height / 2, width * value, height);
}

import type { Argument } from "#shared/model/records.ts";
import type { TextStyle } from "../card-metrics.ts";
import type { Arrowhead } from "../curve.ts";
import { curvesOf } from "../curves-of.ts";
import { isLongLink, jointBox, linkMetrics } from "../link-metrics.ts";
import type { Rect } from "../rect.ts";
import { fitText, measureText } from "../text/measure-text.ts";
import { textDirection } from "../text/text-direction.ts";
import { wrapText } from "../text/wrap-text.ts";
import type { RelationTone } from "../tokens.ts";
import { shortName } from "./annotations.ts";
import { type Drawing, dimmedOpacity } from "./draw-card.ts";
import { fillIn } from "./fill-in.ts";
import {
  boxItem,
  curveSegments,
  filled,
  groupItem,
  pathItem,
  stroked,
  textItem,
  topAround,
} from "./items.ts";
import type { MapScene, SceneLink } from "./map-scene.ts";
import type { Obstacles } from "./obstacles.ts";
import type { PathSegment, PictureGroup, PictureItem } from "./picture.ts";
import { circle, signItem } from "./signs.ts";

const chip = {
  style: { weight: 600, sizePx: 11.5, lineHeightPx: 14 } satisfies TextStyle,
  radiusPx: 12,
  strokePx: 1.5,
  /** For what speaks to a step. */
  dash: [4, 3],
  padPx: 5,
  signPx: 11,
  gapPx: 3,
} as const;
const scheme = {
  style: { weight: 400, sizePx: 10, lineHeightPx: 12 } satisfies TextStyle,
  /** Under the chip a little wider than it; beside it as wide as what is left over a card. */
  widthPx: { below: 104, beside: 148 },
  offPx: 3,
  /** At a side, past the letter of a note. */
  besidePx: 8,
  padPx: 2,
  groundOpacity: 0.85,
} as const;
const mark = {
  style: { weight: 600, sizePx: 9.5, lineHeightPx: 12 } satisfies TextStyle,
  radiusPx: 7.5,
  inPx: 3,
} as const;
/** Long lines stand back behind the cards that they pass, less than on the screen: here nobody can point at them. */
const longOpacity = 0.5;

/** Before the words that speak for or against. */
export const plusMinus: Readonly<Partial<Record<RelationTone, string>>> = {
  support: "+",
  backing: "+",
  oppose: "−",
  undercut: "−",
};

/** A line with its arrowheads. */
export function drawLine(link: SceneLink, scene: MapScene, drawing: Drawing): PictureGroup {
  const { line, dash } = drawing.theme.relations[link.tone];
  const { geometry } = link;
  const heads = "tail" in geometry && geometry.tail ? [geometry.head, geometry.tail] : [geometry.head];
  const curves = curvesOf(geometry).flatMap(curveSegments);
  const items = [
    pathItem(curves, stroked(line, linkMetrics.strokePx, dash)),
    pathItem(heads.flatMap(headSegments), filled(line)),
  ];
  const base = opacityOf(link, drawing);
  return groupItem(classOf(link), items, {
    id: link.key,
    title: sentenceOf(link, scene, drawing),
    opacity: isLongLink(geometry) ? base * longOpacity : base,
    relation: { from: link.from, to: link.to },
  });
}

/** The word on a line: for an argument its joint, with the kind of inference beside it. */
export function drawWord(link: SceneLink, drawing: Drawing, obstacles: Obstacles): PictureGroup {
  const { theme, options, notes } = drawing;
  const { tone, geometry, record } = link;
  const colors = theme.relations[tone];
  const box = jointBox(geometry.label);
  const items: PictureItem[] = [];
  if (options.withSchemes && record?.type === "argument" && record.scheme !== "none")
    items.push(...schemeItems(record, box, drawing, obstacles));
  items.push(
    boxItem(box, chip.radiusPx, {
      ...filled(colors.surface),
      stroke: colors.line,
      strokeWidth: chip.strokePx,
      dash: chipDash(tone),
    }),
    ...wordItems(link, box, drawing),
  );
  const letter = record && notes.letterOf(record.id);
  if (letter) items.push(...markItems(letter, box, drawing));
  return groupItem(`word ${tone}`, items, { id: link.key, opacity: opacityOf(link, drawing) });
}

/** How the edge of a word is broken: for what speaks to a step. */
export function chipDash(tone: RelationTone): readonly number[] {
  return tone === "backing" || tone === "undercut" ? chip.dash : [];
}

function classOf({ tone, record }: SceneLink): string {
  return record?.type === "argument" ? `argument ${tone}` : tone;
}

function opacityOf({ key, from, to }: SceneLink, { options: { dimmed } }: Drawing): number {
  if (dimmed.size === 0) return 1;
  const ids: ReadonlySet<string> = dimmed;
  return ids.has(key) || ids.has(to) || from.some((id) => ids.has(id)) ? dimmedOpacity : 1;
}

function sentenceOf({ tone, from, to, record }: SceneLink, scene: MapScene, { options }: Drawing): string {
  const { words } = options;
  const isStep = record?.type === "argument" && record.target.type === "argument";
  const step = isStep ? scene.map.records.get(to) : undefined;
  const ends =
    step?.type === "argument"
      ? step.premises
      : [to].filter((id) => scene.map.records.get(id)?.type === "card");
  const names = (ids: readonly string[]) =>
    ids.map((id) => shortName(scene, id as (typeof from)[number], words)).join(" + ");
  const sentence = fillIn(words.sentences[tone], { from: names(from), to: names(ends) });
  if (record?.type !== "argument" || record.scheme === "none") return sentence;
  return `${sentence} (${words.schemes[record.scheme]})`;
}

function headSegments([tip, left, right]: Arrowhead): readonly PathSegment[] {
  return [["M", ...tip], ["L", ...left], ["L", ...right], ["Z"]];
}

function wordItems(
  { tone, geometry }: SceneLink,
  box: Rect,
  { theme, options }: Drawing,
): readonly PictureItem[] {
  const { style, padPx, signPx, gapPx } = chip;
  const ink = theme.relations[tone].text;
  const isLinked = "stems" in geometry && geometry.stems.length > 1;
  const sign = tone === "conflict" ? "conflict" : isLinked ? "linked" : null;
  const lead = sign ? signPx + gapPx : 0;
  const before = plusMinus[tone];
  const word = options.words.relations[tone];
  const text = fitText(before ? `${before} ${word}` : word, style, box.width - 2 * padPx - lead);
  const left = box.x + (box.width - lead - measureText(text, style)) / 2;
  const middle = box.y + box.height / 2;
  const item = textItem({
    x: left + lead,
    top: topAround(middle, style),
    lines: [text],
    style,
    fill: ink,
    direction: textDirection(word),
    align: "left",
  });
  return sign ? [signItem(sign, left, middle - signPx / 2, signPx, ink), item] : [item];
}

/**
 * The kind of inference where it finds a place: under the word, over it or at a side, rather off the lines than on one,
 * and never on a card, a word or an arrowhead, as long as there is a choice.
 */
function schemeItems(
  argument: Argument,
  chipBox: Rect,
  { theme, options }: Drawing,
  { taken, lines }: Obstacles,
): readonly PictureItem[] {
  const words = options.words.schemes[argument.scheme];
  if (words === "") return [];
  const { style, widthPx, offPx, besidePx, padPx, groundOpacity } = scheme;
  const set = (room: number) => {
    const broken = wrapText(words, style, room);
    const width = Math.max(...broken.map((line) => measureText(line, style))) + 2 * padPx;
    return { broken, width, height: broken.length * style.lineHeightPx };
  };
  const [narrow, wide] = [set(widthPx.below), set(widthPx.beside)];
  const [centre, middle] = [chipBox.x + chipBox.width / 2, chipBox.y + chipBox.height / 2];
  const places = [
    { ...narrow, x: centre - narrow.width / 2, y: chipBox.y + chipBox.height + offPx },
    { ...narrow, x: centre - narrow.width / 2, y: chipBox.y - offPx - narrow.height },
    { ...wide, x: chipBox.x + chipBox.width + besidePx, y: middle - wide.height / 2 },
    { ...wide, x: chipBox.x - besidePx - wide.width, y: middle - wide.height / 2 },
  ] as const;
  const clear = places.filter((place) => taken.isFree(place));
  const best = clear.find((some) => lines().isFree(some));
  const place = best ?? clear[0] ?? places[0];
  taken.add(place);
  return [
    // Lines that the words cannot keep off fade behind them.
    ...(best ? [] : [boxItem(place, 3, filled(theme.background, groundOpacity))]),
    textItem({
      x: place.x + place.width / 2,
      top: place.y,
      lines: place.broken,
      style,
      fill: theme.textMuted,
      align: "center",
      whole: words,
      direction: textDirection(words),
    }),
  ];
}

/** The letter of a note, on the corner of the chip. */
function markItems(letter: string, box: Rect, { theme }: Drawing): readonly PictureItem[] {
  const { style, radiusPx, inPx } = mark;
  const [x, y] = [box.x + box.width - inPx, box.y + 1];
  const ring = { ...filled(theme.panel), stroke: theme.textMuted, strokeWidth: 1 };
  const text = { x, top: topAround(y, style), lines: [letter], style, fill: theme.text };
  return [pathItem(circle(x, y, radiusPx), ring), textItem({ ...text, align: "center" })];
}

import type { RecordId } from "#shared/model/ids.ts";
import type { TextStyle } from "../card-metrics.ts";
import type { Arrowhead } from "../curve.ts";
import { curvesOf } from "../curves-of.ts";
import { isLongLink, jointBox, linkMetrics } from "../link-metrics.ts";
import type { Rect } from "../rect.ts";
import { fitText, measureText } from "../text/measure-text.ts";
import { textDirection } from "../text/text-direction.ts";
import type { RelationTone } from "../tokens.ts";
import { shortName } from "./annotations.ts";
import { type Drawing, dimmedOpacity } from "./draw-card.ts";
import { fadeColor } from "./fade-color.ts";
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
import type { PathSegment, PictureGroup, PictureItem } from "./picture.ts";
import type { MapScene, SceneLink } from "./scene.ts";
import { type SchemePlace, schemeStyle } from "./scheme-places.ts";
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
const mark = {
  style: { weight: 600, sizePx: 9.5, lineHeightPx: 12 } satisfies TextStyle,
  radiusPx: 7.5,
  inPx: 3,
} as const;
/** How much of a line is lost behind words that lie on it. */
const fadedOpacity = 0.85;

/** Before the words that speak for or against. */
export const plusMinus: Readonly<Partial<Record<RelationTone, string>>> = {
  support: "+",
  backing: "+",
  oppose: "−",
  undercut: "−",
};

/** A line with its arrowheads. */
export function drawLine(link: SceneLink, scene: MapScene, drawing: Drawing): PictureGroup {
  const { theme, options } = drawing;
  const { line: color, dash } = theme.relations[link.tone];
  const { geometry } = link;
  // Long lines stand back behind the cards that they pass, less than on a screen: here nobody can point at them.
  const line = isLongLink(geometry)
    ? fadeColor(color, theme.background, options.theme === "contrast" ? "high" : "normal")
    : color;
  const heads = "tail" in geometry && geometry.tail ? [geometry.head, geometry.tail] : [geometry.head];
  const curves = curvesOf(geometry).flatMap(curveSegments);
  const items = [
    pathItem(
      curves,
      stroked(line, isEmphasised(link, drawing) ? 2 * linkMetrics.strokePx : linkMetrics.strokePx, dash),
    ),
    pathItem(heads.flatMap(headSegments), filled(line)),
  ];
  return groupItem(classOf(link), items, {
    id: link.key,
    title: sentenceOf(link, scene, drawing),
    opacity: opacityOf(link, drawing),
    relation: { from: link.from, to: link.to },
  });
}

/** The word on a line: for an argument its joint, with the kind of inference beside it. */
export function drawWord(link: SceneLink, drawing: Drawing): PictureGroup {
  const { theme, notes, schemes } = drawing;
  const { tone, geometry, record } = link;
  const colors = theme.relations[tone];
  const box = jointBox(geometry.label);
  const items: PictureItem[] = [];
  const scheme = schemes.get(link.key);
  if (scheme) items.push(...schemeItems(scheme, drawing));
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

function isEmphasised({ key }: SceneLink, { options }: Drawing): boolean {
  return options.emphasised.has(key as RecordId);
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

/** Lines that the words cannot keep off fade behind them. */
function schemeItems(place: SchemePlace, { theme }: Drawing): readonly PictureItem[] {
  const { box, lines, words, isClear } = place;
  const text = textItem({
    x: box.x + box.width / 2,
    top: box.y,
    lines,
    style: schemeStyle,
    fill: theme.textMuted,
    align: "center",
    whole: words,
    direction: textDirection(words),
  });
  return isClear ? [text] : [boxItem(box, 3, filled(theme.background, fadedOpacity)), text];
}

/** The letter of a note, on the corner of the chip. */
function markItems(letter: string, box: Rect, { theme }: Drawing): readonly PictureItem[] {
  const { style, radiusPx, inPx } = mark;
  const [x, y] = [box.x + box.width - inPx, box.y + 1];
  const ring = { ...filled(theme.panel), stroke: theme.textMuted, strokeWidth: 1 };
  const text = { x, top: topAround(y, style), lines: [letter], style, fill: theme.text };
  return [pathItem(circle(x, y, radiusPx), ring), textItem({ ...text, align: "center" })];
}

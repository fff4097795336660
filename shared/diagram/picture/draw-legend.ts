import { type CardKind, cardKinds } from "#shared/model/records.ts";
import type { TextStyle } from "../card-metrics.ts";
import { arrowheadAt, curveBetween, lineEnd } from "../curve.ts";
import { linkMetrics } from "../link-metrics.ts";
import type { Rect } from "../rect.ts";
import { measureText } from "../text/measure-text.ts";
import { textDirection } from "../text/text-direction.ts";
import type { RelationColors, RelationTone } from "../tokens.ts";
import { chipDash, plusMinus } from "./draw-link.ts";
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
import type { PictureGroup, PictureItem } from "./picture.ts";
import type { PictureTheme } from "./picture-theme.ts";
import type { PictureWords } from "./picture-words.ts";
import type { MapScene } from "./scene.ts";
import { signItem } from "./signs.ts";

const row = { heightPx: 24, gapPx: 28, samplePx: 36, sampleGapPx: 8, wordGapPx: 6, chipPadPx: 8 } as const;
const heading: TextStyle = { weight: 600, sizePx: 13, lineHeightPx: 22 };
const word: TextStyle = { weight: 600, sizePx: 12, lineHeightPx: 24 };
const chipWord: TextStyle = { weight: 600, sizePx: 11, lineHeightPx: 14 };
const meaning: TextStyle = { weight: 400, sizePx: 12, lineHeightPx: 24 };

const tones: readonly RelationTone[] = [
  "support",
  "oppose",
  "backing",
  "undercut",
  "conflict",
  "answer",
  "part",
];

/** One sign, what it is called, and what it says. */
type Entry = Readonly<{
  sample: (x: number, middle: number) => readonly PictureItem[];
  word: string;
  /** How the word stands on a line, `dash` for its edge; null for words in running text. */
  chip: RelationColors | null;
  meaning: string;
}>;

/** The legend: what occurs in the map and no more. Null where nothing does. */
export function drawLegend(
  scene: MapScene,
  theme: PictureTheme,
  words: PictureWords,
  at: Readonly<{ x: number; y: number; width: number }>,
): Readonly<{ group: PictureGroup; height: number }> | null {
  const entries = entriesOf(scene, theme, words);
  if (entries.length === 0) return null;
  const title = textItem({
    x: at.x,
    top: at.y,
    lines: [words.legend.heading],
    style: heading,
    fill: theme.text,
    direction: textDirection(words.legend.heading),
  });
  const items: PictureItem[] = [title];
  let x = at.x;
  let y = at.y + heading.lineHeightPx;
  for (const entry of entries) {
    const width = widthOf(entry);
    if (x > at.x && x + width > at.x + at.width) {
      x = at.x;
      y += row.heightPx;
    }
    items.push(groupItem("entry", entryItems(entry, theme, x, y)));
    x += width + row.gapPx;
  }
  return { group: groupItem("legend", items), height: y + row.heightPx - at.y };
}

function entriesOf({ cards, links }: MapScene, theme: PictureTheme, words: PictureWords): readonly Entry[] {
  const { legend } = words;
  const kinds = new Set<CardKind>(cards.map(({ card }) => card.kind));
  const used = new Set<RelationTone>(links.map(({ tone }) => tone));
  const entries: Entry[] = [];
  for (const kind of cardKinds) {
    if (!kinds.has(kind)) continue;
    const sample = (x: number, middle: number) => kindSample(theme, kind, x, middle);
    entries.push({ sample, word: words.kinds[kind], chip: null, meaning: legend.kinds[kind] });
  }
  if (cards.some(({ card }) => card.granted)) {
    const sample = (x: number, middle: number) => grantedSample(theme, x, middle);
    entries.push({ sample, word: "", chip: null, meaning: legend.granted });
  }
  for (const tone of tones) {
    if (!used.has(tone)) continue;
    const sample = (x: number, middle: number) => lineSample(theme, tone, x, middle);
    const sign = plusMinus[tone];
    const named = sign ? `${sign} ${words.relations[tone]}` : words.relations[tone];
    entries.push({
      sample,
      word: named,
      chip: { ...theme.relations[tone], dash: chipDash(tone) },
      meaning: legend.relations[tone],
    });
  }
  if (links.some(({ geometry }) => "stems" in geometry && geometry.stems.length > 1)) {
    const sample = (x: number, middle: number) => [
      signItem("linked", x + row.samplePx / 2 - 8, middle - 8, 16, theme.text),
    ];
    entries.push({ sample, word: "", chip: null, meaning: legend.linked });
  }
  return entries;
}

function widthOf({ word: name, chip, meaning: sense }: Entry): number {
  const named = name === "" ? 0 : wordWidth(name, chip) + row.wordGapPx;
  return row.samplePx + row.sampleGapPx + named + measureText(sense, meaning);
}

function wordWidth(name: string, chip: RelationColors | null): number {
  return chip ? measureText(name, chipWord) + 2 * row.chipPadPx : measureText(name, word);
}

function entryItems(
  { sample, word: name, chip, meaning: sense }: Entry,
  theme: PictureTheme,
  x: number,
  y: number,
): readonly PictureItem[] {
  const items: PictureItem[] = [...sample(x, y + row.heightPx / 2)];
  let at = x + row.samplePx + row.sampleGapPx;
  if (name !== "") {
    const width = wordWidth(name, chip);
    if (chip) items.push(...chipItems(name, chip, { x: at, y: y + 3, width, height: row.heightPx - 6 }));
    else items.push(textItem({ x: at, top: y, lines: [name], style: word, fill: theme.text }));
    at += width + row.wordGapPx;
  }
  items.push(textItem({ x: at, top: y, lines: [sense], style: meaning, fill: theme.textMuted }));
  return items;
}

function chipItems(
  name: string,
  { surface, line, text, dash }: RelationColors,
  box: Rect,
): readonly PictureItem[] {
  const paint = { ...filled(surface), stroke: line, strokeWidth: 1.25, dash };
  const top = topAround(box.y + box.height / 2, chipWord);
  return [
    boxItem(box, box.height / 2, paint),
    textItem({ x: box.x + box.width / 2, top, lines: [name], style: chipWord, fill: text, align: "center" }),
  ];
}

function kindSample(theme: PictureTheme, kind: CardKind, x: number, middle: number): readonly PictureItem[] {
  const { surface, border, accent } = theme.cards[kind];
  const box = { x, y: middle - 10, width: row.samplePx, height: 20 };
  return [
    boxItem(box, 5, { ...filled(surface), stroke: border, strokeWidth: 1 }),
    signItem(kind, x + row.samplePx / 2 - 6, middle - 6, 12, accent),
  ];
}

function grantedSample(theme: PictureTheme, x: number, middle: number): readonly PictureItem[] {
  const box = { x: x + row.samplePx / 2 - 9, y: middle - 9, width: 18, height: 18 };
  return [
    boxItem(box, 9, { ...filled(theme.panel), stroke: theme.text, strokeWidth: 1 }),
    signItem("granted", box.x + 3.5, box.y + 3.5, 11, theme.text),
  ];
}

function lineSample(
  theme: PictureTheme,
  tone: RelationTone,
  x: number,
  middle: number,
): readonly PictureItem[] {
  const { line, dash } = theme.relations[tone];
  const end = x + row.samplePx;
  const heads =
    tone === "conflict"
      ? ([
          [end, 1],
          [x, -1],
        ] as const)
      : ([[end, 1]] as const);
  const from = tone === "conflict" ? lineEnd([x, middle], [-1, 0]) : ([x, middle] as const);
  const curve = curveBetween(from, [1, 0], lineEnd([end, middle], [1, 0]), [1, 0]);
  return [
    pathItem(curveSegments(curve), stroked(line, linkMetrics.strokePx, dash)),
    ...heads.map(([tipX, to]) => {
      const [tip, left, right] = arrowheadAt([tipX, middle], [to, 0]);
      return pathItem([["M", ...tip], ["L", ...left], ["L", ...right], ["Z"]], filled(line));
    }),
  ];
}

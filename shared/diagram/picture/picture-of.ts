import type { PlainMap } from "#shared/model/plain-map.ts";
import type { TextStyle } from "../card-metrics.ts";
import { textDirection } from "../text/text-direction.ts";
import { wrapText } from "../text/wrap-text.ts";
import { annotationsOf, shortName } from "./annotations.ts";
import { bookmarksOf } from "./bookmarks.ts";
import { type Drawing, drawCard } from "./draw-card.ts";
import { drawGroup } from "./draw-groups.ts";
import { drawLegend } from "./draw-legend.ts";
import { drawLine, drawWord } from "./draw-link.ts";
import { setBalanced } from "./draw-lists.ts";
import { fillIn } from "./fill-in.ts";
import { groupItem, textItem } from "./items.ts";
import { mapScene, moveScene, sceneBounds } from "./map-scene.ts";
import { moveRect } from "./move.ts";
import type { Picture, PictureAreas, PictureInk, PictureItem } from "./picture.ts";
import { defaultPictureOptions, type PictureOptions } from "./picture-options.ts";
import { type PictureTheme, pictureTheme } from "./picture-theme.ts";
import type { MapScene } from "./scene.ts";
import { schemePlaces } from "./scheme-places.ts";

const margin = 32;
/** Between the title, the map, the legend and the lists. */
const sectionGap = 28;
/** Small maps leave room for title and legend all the same. */
const leastWidth = 520;
/** The title grows with the map, so that it is still a title where the whole is made to fit a page. */
const title = { least: 22, most: 64, widthOver: 64, leading: 1.25, dateSize: 0.5, gap: 0.3 } as const;
/** Columns as wide as is good to read, of whatever is left when there are as many as can be. */
const list = { sizePx: 12, leastWidth: 300, mostWidth: 440, columnGap: 36 } as const;

/**
 * Draws a map. Every card that is to be seen must have a place (`withPlaces`); the map may be one with records deleted
 * or pointing nowhere. The same map and options give the same picture. O(map log map).
 */
export function pictureOf(map: PlainMap, given: Partial<PictureOptions> = {}): Picture {
  const options: PictureOptions = { ...defaultPictureOptions, ...given };
  const { words } = options;
  const theme = pictureTheme(options.theme);
  const found = mapScene(map, options.scope);
  const schemes = schemePlaces(found, options);
  const bounds = sceneBounds(
    found,
    [...schemes.values()].map(({ box }) => box),
  );
  const width = Math.max(leastWidth, bounds.width);
  const name = map.meta.title || words.untitledMap;
  const head = options.withTitle ? titleItems(name, options.date, theme, width) : null;
  const top = head ? margin + head.height + sectionGap : margin;
  const [dx, dy] = [margin + (width - bounds.width) / 2 - bounds.x, top - bounds.y];
  const scene = moveScene(found, dx, dy);
  const notes = annotationsOf(scene, options);
  const moved = [...schemes].map(
    ([id, place]) => [id, { ...place, box: moveRect(place.box, dx, dy) }] as const,
  );
  const drawing: Drawing = { theme, options, notes, schemes: new Map(moved) };
  const ink: PictureInk = {
    text: theme.text,
    muted: theme.textMuted,
    line: theme.panelBorder,
    link: theme.focus,
  };
  let bottom = top + bounds.height;
  const legendTop = bottom + sectionGap;
  const legend = options.withLegend
    ? drawLegend(scene, theme, words, { x: margin, y: legendTop, width })
    : null;
  if (legend) bottom = legendTop + legend.height;
  const listsTop = bottom + sectionGap;
  const lists = setBalanced(notes.lists, { x: margin, y: listsTop, ...columnsIn(width) }, ink);
  if (lists) bottom = listsTop + lists.height;
  const areas: PictureAreas = {
    title: head && { x: margin, y: margin, width, height: head.height },
    map: moveRect(bounds, dx, dy),
    legend: legend && { x: margin, y: legendTop, width, height: legend.height },
    lists: lists ? { x: margin, y: listsTop, width, height: lists.height } : null,
  };
  return {
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(bottom + margin),
    title: name,
    description: descriptionOf(scene, options),
    lang: options.lang,
    direction: textDirection(name),
    ground: options.ground === "solid" ? theme.background : null,
    ink,
    items: [
      ...(head ? [head.group] : []),
      ...mapItems(scene, drawing),
      ...(legend ? [legend.group] : []),
      ...(lists ? [lists.group] : []),
    ],
    areas,
    lists: notes.lists,
    bookmarks: bookmarksOf(scene, words),
  };
}

/** Regions below, then lines, cards and words: no line crosses what is to be read, and no card hides a word. */
function mapItems(scene: MapScene, drawing: Drawing): readonly PictureItem[] {
  const { theme, options } = drawing;
  return [
    ...scene.groups.map((group) => drawGroup(group, theme, options.words)),
    ...scene.links.map((link) => drawLine(link, scene, drawing)),
    ...scene.cards.map((card) => drawCard(card, drawing)),
    ...scene.links.map((link) => drawWord(link, drawing)),
  ];
}

function titleItems(name: string, date: string, theme: PictureTheme, width: number) {
  const sizePx = Math.round(Math.min(title.most, Math.max(title.least, width / title.widthOver)));
  const style: TextStyle = { weight: 600, sizePx, lineHeightPx: sizePx * title.leading };
  const lines = wrapText(name, style, width);
  const direction = textDirection(name);
  const side =
    direction === "rtl"
      ? ({ x: margin + width, align: "right", direction } as const)
      : ({ x: margin, align: "left", direction } as const);
  const items = [textItem({ ...side, top: margin, lines, style, fill: theme.text, whole: name })];
  let height = lines.length * style.lineHeightPx;
  if (date !== "") {
    const small: TextStyle = {
      weight: 400,
      sizePx: Math.max(12, sizePx * title.dateSize),
      lineHeightPx: Math.max(12, sizePx * title.dateSize) * title.leading,
    };
    height += sizePx * title.gap;
    items.push(
      textItem({ ...side, top: margin + height, lines: [date], style: small, fill: theme.textMuted }),
    );
    height += small.lineHeightPx;
  }
  return { group: groupItem("title", items), height };
}

function columnsIn(width: number) {
  const { sizePx, leastWidth, mostWidth, columnGap } = list;
  const columns = Math.max(1, Math.floor((width + columnGap) / (leastWidth + columnGap)));
  const columnWidth = Math.min(mostWidth, (width - (columns - 1) * columnGap) / columns);
  return { columns, columnGap, sizePx, columnWidth };
}

function descriptionOf(scene: MapScene, { words }: PictureOptions): string {
  const relations = (type: "argument" | "conflict") =>
    scene.links.filter(({ record }) => record?.type === type).length;
  const counts = fillIn(words.description, {
    cards: scene.cards.length,
    arguments: relations("argument"),
    conflicts: relations("conflict"),
  });
  const questions = scene.cards.filter(({ card }) => card.kind === "question").slice(0, maxQuestions);
  return [counts, ...questions.map(({ card }) => shortName(scene, card.id, words))].join(" ");
}

const maxQuestions = 3;

import { isWebAddress } from "#shared/lib/web-address.ts";
import type { CardId, RecordId, SourceId } from "#shared/model/ids.ts";
import { recordsOf } from "#shared/model/plain-map.ts";
import type { Source } from "#shared/model/records.ts";
import { cardMetrics } from "../card-metrics.ts";
import { wrapText } from "../text/wrap-text.ts";
import type { PictureList, PictureListEntry } from "./picture.ts";
import type { PictureOptions } from "./picture-options.ts";
import type { PictureWords } from "./picture-words.ts";
import { inReadingOrder, type MapScene, type SceneCard } from "./scene.ts";

/** What stands under the map and is pointed to from within it: sources by number, notes by letter. */
export type Annotations = Readonly<{
  /** "1", or undefined where sources are not listed. */
  numberOf: (id: SourceId) => string | undefined;
  titleOf: (id: SourceId) => string;
  /** "a": the note on an argument or a conflict, or the text of a card that is too long for it. */
  letterOf: (id: RecordId) => string | undefined;
  lists: readonly PictureList[];
}>;

/** Numbers the sources and letters the notes, both in the order in which the map is read. */
export function annotationsOf(scene: MapScene, options: PictureOptions): Annotations {
  const { words, withSources } = options;
  const numbers = withSources ? numberedSources(scene) : new Map<SourceId, Cited>();
  const places = new Map([...numbers.keys()].map((id, index) => [id, String(index + 1)]));
  const notes = letteredNotes(scene, options.withNotes);
  const letters = new Map(notes.map(({ id }, index) => [id, letter(index)]));
  const sources: PictureList = {
    heading: words.sources,
    entries: [...numbers.values()].map((cited) => sourceEntry(cited, places, words)),
  };
  const noted: PictureList = {
    heading: words.notes,
    entries: notes.map(({ id, text }) => ({ label: letters.get(id) ?? "", text, url: null })),
  };
  return {
    numberOf: (id) => places.get(id),
    titleOf: (id) => oneLine(numbers.get(id)?.source.title ?? ""),
    letterOf: (id) => letters.get(id),
    lists: [sources, noted].filter(({ entries }) => entries.length > 0),
  };
}

/** A source, and the works that it is cited for referring to. */
type Cited = Readonly<{ source: Source; works: Set<string> }>;

/** The sources cited, then the others. */
function numberedSources({ map, cards }: MapScene): Map<SourceId, Cited> {
  const found = new Map<SourceId, Cited>();
  for (const { card } of cards) {
    for (const { source: id, via } of card.citations) {
      const source = map.records.get(id);
      if (source?.type !== "source") continue;
      const cited = found.get(id) ?? { source, works: new Set() };
      found.set(id, cited);
      if (via?.title) cited.works.add(oneLine(via.title));
    }
  }
  for (const source of recordsOf(map, "source"))
    if (!found.has(source.id)) found.set(source.id, { source, works: new Set() });
  return found;
}

function sourceEntry(
  { source, works }: Cited,
  numbers: ReadonlyMap<SourceId, string>,
  words: PictureWords,
): PictureListEntry {
  const { id, creator, title, date, note, url, credibility } = source;
  const about = [...works].map((work) => `“${work}”`).join(", ");
  const named = title || words.untitledSource;
  const parts = [
    creator,
    about === "" ? named : `${named}, ${words.via} ${about}`,
    date,
    credibility ? words.credibility[credibility] : "",
    note,
  ];
  const text = parts
    .map(oneLine)
    .filter((part) => part !== "")
    .map((part) => (/[.!?。！？]$/u.test(part) ? part : `${part}.`))
    .join(" ");
  return { label: numbers.get(id) ?? "", text, url: webAddress(url) };
}

type Noted = Readonly<{ id: RecordId; x: number; y: number; text: string }>;

function letteredNotes({ cards, links }: MapScene, withNotes: boolean): readonly Noted[] {
  const found: Noted[] = [];
  for (const scened of cards) {
    const { card, rect } = scened;
    if (isCut(scened)) found.push({ id: card.id, x: rect.x, y: rect.y, text: card.text });
  }
  if (withNotes) {
    for (const { record, geometry } of links) {
      const [x, y] = geometry.label;
      if (record && record.note.trim() !== "") found.push({ id: record.id, x, y, text: record.note });
    }
  }
  return found.sort(inReadingOrder);
}

/** Whether a card shows less than its text: then the whole of it stands under the map. */
function isCut({ card, box }: SceneCard): boolean {
  const { maxTextLines, text, widthOf, paddingPx } = cardMetrics;
  if (box.text.lines.length < maxTextLines) return false;
  return wrapText(card.text, text[card.kind], widthOf[card.kind] - 2 * paddingPx).length > maxTextLines;
}

/** a … z, aa, ab … */
export function letter(index: number): string {
  const last = String.fromCharCode(0x61 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** The address, if it is one of the web: nothing else becomes a link. */
function webAddress(url: string): string | null {
  return isWebAddress(url) ? url : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** A card in few words: for tooltips, bookmarks and sentences. */
export function shortName(scene: MapScene, id: CardId, words: PictureWords): string {
  const card = scene.cardOf(id)?.card;
  const text = oneLine(card?.title || card?.text || "") || words.emptyCard;
  if (text.length <= maxNameChars) return text;
  const characters = Array.from(text.slice(0, 2 * maxNameChars));
  return characters.length <= maxNameChars ? text : `${characters.slice(0, maxNameChars - 1).join("")}…`;
}

const maxNameChars = 100;

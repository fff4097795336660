import { fillIn } from "#shared/diagram/picture/fill-in.ts";
import {
  type Argument,
  argumentRef,
  argumentsTo,
  type Card,
  type CardId,
  cardRef,
  getAs,
  type MapView,
  type PlainMap,
  type RecordId,
  type Ref,
  recordsOf,
  type Source,
} from "#shared/model/index.ts";
import type { DrawingJob } from "../drawn/drawing.ts";

/** Notes of one slide end after the card that gets here: they are read aloud, not searched. */
const maxLines = 400;
const maxDepth = 8;
/** Of a card that is only named. */
const maxNameChars = 100;

/** What is told of cards besides their words, and in whose words. */
export type Telling = Pick<DrawingJob, "words" | "standings"> &
  Readonly<{ options: Pick<DrawingJob["options"], "notes" | "schemes" | "sources"> }>;

/**
 * What a slide shows, in full: each card with its sources, and beneath it what speaks for and against it. Cards and
 * arguments of which all is there are added to `toldAnywhere`.
 */
export function speakerNotes(
  cards: readonly CardId[],
  view: MapView,
  telling: Telling,
  toldAnywhere: Set<RecordId>,
): readonly string[] {
  const { words } = telling;
  const lines: string[] = [];
  const told = new Set<CardId>();
  for (const id of cards) {
    const card = getAs(view, "card", id);
    if (!card || told.has(id)) continue;
    tell(card, words.kinds[card.kind], 0);
  }
  return lines;

  function tell(card: Card, lead: string, depth: number): void {
    if (lines.length >= maxLines) return;
    const indent = "    ".repeat(depth);
    lines.push(`${indent}${lead}${standingOf(card, telling)}: ${oneLine(card.text)}`);
    if (told.has(card.id)) return;
    told.add(card.id);
    toldAnywhere.add(card.id);
    for (const line of citationLines(card, view)) lines.push(`${indent}    ${line}`);
    if (depth < maxDepth) tellAbout(cardRef(card.id), depth + 1);
  }

  function tellAbout(target: Ref, depth: number): void {
    for (const argument of argumentsTo(view, target)) {
      const isStep = target.type === "argument";
      const tone = isStep ? (argument.polarity === "support" ? "backing" : "undercut") : argument.polarity;
      for (const premise of argument.premises) {
        const card = getAs(view, "card", premise);
        if (card) tell(card, words.relations[tone], depth);
      }
      const remark = remarkOn(argument, telling);
      if (remark !== "") lines.push(`${"    ".repeat(depth)}    ${remark}`);
      toldAnywhere.add(argument.id);
      if (depth < maxDepth) tellAbout(argumentRef(argument.id), depth + 1);
    }
  }
}

/** Cards that no slide tells more of, each with its whole text and its sources: of any number, so that none is lost. */
export function remainingNotes(
  cards: Iterable<Card>,
  view: MapView,
  telling: Telling,
  told: ReadonlySet<RecordId>,
): readonly string[] {
  const { words } = telling;
  const lines: string[] = [];
  for (const card of cards) {
    if (told.has(card.id) || (card.text === "" && card.citations.length === 0)) continue;
    lines.push(`${words.kinds[card.kind]}${standingOf(card, telling)}: ${oneLine(card.text)}`);
    for (const line of citationLines(card, view)) lines.push(`    ${line}`);
  }
  return lines;
}

/** What is noted on arguments that no slide tells of, and on conflicts; under a heading, where there is something. */
export function remainingRemarks(
  map: PlainMap,
  view: MapView,
  telling: Telling,
  told: ReadonlySet<RecordId>,
): readonly string[] {
  const { words, options } = telling;
  const nameOf = (id: CardId | undefined): string => {
    const card = id === undefined ? undefined : getAs(view, "card", id);
    const name = oneLine(card?.title || card?.text || "") || words.emptyCard;
    return name.length > maxNameChars ? `${name.slice(0, maxNameChars)}…` : name;
  };
  const remarks: string[] = [];
  for (const argument of recordsOf(map, "argument")) {
    const remark = told.has(argument.id) ? "" : remarkOn(argument, telling);
    if (remark === "") continue;
    const { polarity, target, premises } = argument;
    const about = target.type === "argument" ? getAs(view, "argument", target.id)?.premises[0] : target.id;
    const tone = target.type === "card" ? polarity : polarity === "support" ? "backing" : "undercut";
    const from = premises.map(nameOf).join("; ");
    remarks.push(`${fillIn(words.sentences[tone], { from, to: nameOf(about) })}: ${remark}`);
  }
  for (const { members, note } of options.notes ? recordsOf(map, "conflict") : []) {
    if (note.trim() === "") continue;
    const [from, to] = [nameOf(members[0]), nameOf(members[1])];
    remarks.push(`${fillIn(words.sentences.conflict, { from, to })}: ${oneLine(note)}`);
  }
  return remarks.length === 0 ? [] : [words.notes, ...remarks];
}

/** All sources with what is told of them, under a heading. */
export function sourceNotes(map: PlainMap, { words, options }: Telling): readonly string[] {
  const sources = options.sources ? recordsOf(map, "source") : [];
  if (sources.length === 0) return [];
  const lines = sources.map((source, i) => {
    const trust = source.credibility === null ? "" : words.credibility[source.credibility];
    const told = [sourceLine(source), trust, oneLine(source.note)].filter((text) => text !== "");
    return `${i + 1}. ${told.join(". ")}`;
  });
  return [words.sources, ...lines];
}

/** The kind of inference and the note, as far as they are to be told. */
function remarkOn({ scheme, note }: Argument, { words, options }: Telling): string {
  return [options.schemes ? words.schemes[scheme] : "", options.notes ? oneLine(note) : ""]
    .filter((text) => text !== "")
    .join(": ");
}

function standingOf({ id }: Card, { words, standings }: Telling): string {
  const standing = standings.get(id);
  return standing === undefined ? "" : ` (${words.standings[standing]})`;
}

function citationLines({ citations }: Card, view: MapView): readonly string[] {
  return citations.map(({ quote, source, locator }) => {
    const reference = [oneLine(sourceLine(getAs(view, "source", source))), locator].filter(
      (text) => text !== "",
    );
    return [quote && `“${oneLine(quote)}”`, reference.join(", ")].filter(Boolean).join(" — ");
  });
}

/** A source as one would cite it. */
function sourceLine(source: Source | undefined): string {
  if (!source) return "";
  return [source.creator, source.title, source.date, source.url].filter((text) => text !== "").join(", ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

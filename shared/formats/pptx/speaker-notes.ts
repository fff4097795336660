import type { PictureWords } from "#shared/diagram/picture/index.ts";
import {
  argumentRef,
  argumentsTo,
  type Card,
  type CardId,
  cardRef,
  getAs,
  type MapView,
  type Ref,
  type Source,
} from "#shared/model/index.ts";

/** Notes of one slide end after the card that gets here: they are read aloud, not searched. */
const maxLines = 400;
const maxDepth = 8;

/**
 * What a slide shows, in full: each card with its sources, and beneath it what speaks for and against it. Cards whose
 * texts are there are added to `toldAnywhere`.
 */
export function speakerNotes(
  cards: readonly CardId[],
  view: MapView,
  words: PictureWords,
  toldAnywhere: Set<CardId>,
): readonly string[] {
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
    lines.push(`${indent}${lead}: ${oneLine(card.text)}`);
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
      if (argument.note !== "") lines.push(`${"    ".repeat(depth)}    ${oneLine(argument.note)}`);
      if (depth < maxDepth) tellAbout(argumentRef(argument.id), depth + 1);
    }
  }
}

/** Cards that no slide tells more of, each with its whole text and its sources: of any number, so that none is lost. */
export function remainingNotes(
  cards: Iterable<Card>,
  view: MapView,
  words: PictureWords,
  told: ReadonlySet<CardId>,
): readonly string[] {
  const lines: string[] = [];
  for (const card of cards) {
    if (told.has(card.id) || (card.text === "" && card.citations.length === 0)) continue;
    lines.push(`${words.kinds[card.kind]}: ${oneLine(card.text)}`);
    for (const line of citationLines(card, view)) lines.push(`    ${line}`);
  }
  return lines;
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
export function sourceLine(source: Source | undefined): string {
  if (!source) return "";
  return [source.creator, source.title, source.date, source.url].filter((text) => text !== "").join(", ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

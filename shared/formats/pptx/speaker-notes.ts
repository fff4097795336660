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

/** Notes of one slide end here: they are read aloud, not searched. */
const maxLines = 400;
const maxDepth = 8;

/** What a slide shows, in full: each card with its sources, and beneath it what speaks for and against it. */
export function speakerNotes(
  cards: readonly CardId[],
  view: MapView,
  words: PictureWords,
): readonly string[] {
  const lines: string[] = [];
  const told = new Set<CardId>();
  for (const id of cards) {
    const card = getAs(view, "card", id);
    if (!card || told.has(id)) continue;
    tell(card, words.kinds[card.kind], 0);
  }
  return lines.slice(0, maxLines);

  function tell(card: Card, lead: string, depth: number): void {
    if (lines.length >= maxLines) return;
    const indent = "    ".repeat(depth);
    lines.push(`${indent}${lead}: ${oneLine(card.text)}`);
    if (told.has(card.id)) return;
    told.add(card.id);
    for (const { quote, source, locator } of card.citations) {
      const reference = [oneLine(sourceLine(getAs(view, "source", source))), locator].filter(
        (text) => text !== "",
      );
      lines.push(
        `${indent}    ${[quote && `“${oneLine(quote)}”`, reference.join(", ")].filter(Boolean).join(" — ")}`,
      );
    }
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

/** A source as one would cite it. */
export function sourceLine(source: Source | undefined): string {
  if (!source) return "";
  return [source.creator, source.title, source.date, source.url].filter((text) => text !== "").join(", ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

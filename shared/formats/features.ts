import { type CardBox, cardBox } from "#shared/diagram/index.ts";
import {
  type Card,
  type Citation,
  type PlainMap,
  type RecordOf,
  type RecordType,
  recordsOf,
  type SourceId,
  viewOf,
} from "#shared/model/index.ts";
import { playable } from "#shared/presenting/index.ts";

type CountIn = (map: PlainMap) => number;

/** What a map can hold and a file format may have no place for, in the order in which losses are told. */
export const features = [
  /** All of them, with everything that belongs to them: of a map there are only its sources, then. */
  "cards",
  "arguments",
  "places",
  "pins",
  "siblingOrder",
  "groups",
  "colors",
  "tags",
  "longTags",
  "shortTitles",
  "granted",
  "strengths",
  "questions",
  "answers",
  "partQuestions",
  "raisedBy",
  "evidence",
  "citations",
  /** Of cards that are no evidence. */
  "otherCitations",
  "quotations",
  "longQuotations",
  "locators",
  "citationDetails",
  "sources",
  "uncitedSources",
  "sourceAddresses",
  "sourceOrigins",
  "sourceDetails",
  "linkedPremises",
  "stepsArguedAbout",
  "opposition",
  "schemes",
  "argumentNotes",
  "conflicts",
  "conflictNotes",
  "contradictories",
  "presentation",
  /** What the presenter is to say; of formats that have the steps. */
  "stepNotes",
  /** Those of which nothing is left to show, too; of formats that show the others. */
  "hiddenSteps",
  "authors",
  "times",
  "mapTitle",
] as const;
export type Feature = (typeof features)[number];

/** How often a map uses what not every file format has a place for. */
const counts: Readonly<Record<Feature, CountIn>> = {
  cards: all("card"),
  arguments: all("argument"),
  places: ({ positions }) => positions.size,
  pins: cards(({ pinned }) => pinned),
  siblingOrder: cards(({ order }) => order !== null),
  groups: all("group"),
  colors: (map) =>
    cards(({ color }) => color !== null)(map) + some("group", ({ color }) => color !== null)(map),
  tags: cards(({ tags }) => tags.length > 0),
  /** More than the one line that a card has for them. */
  longTags: cards((card) => card.tags.length > 0 && isCut(boxOf(card).tags.lines)),
  shortTitles: cards(({ title }) => title !== ""),
  granted: cards(({ granted }) => granted),
  strengths: (map) =>
    cards(({ base }) => base !== null)(map) + some("argument", ({ base }) => base !== null)(map),
  questions: cards(({ kind }) => kind === "question"),
  answers: cards(({ answers }) => answers.length > 0),
  partQuestions: cards(({ parent }) => parent !== null),
  raisedBy: cards(({ raisedBy }) => raisedBy !== null),
  evidence: cards(({ kind }) => kind === "evidence"),
  citations: cards(({ citations }) => citations.length > 0),
  otherCitations: cards(({ kind, citations }) => kind !== "evidence" && citations.length > 0),
  quotations: cards(({ citations }) => citations.some(({ quote }) => quote !== "")),
  /** Longer than a card shows on the canvas and in pictures. */
  longQuotations: cards(
    (card) => card.citations.length > 0 && boxOf(card).citations.some(({ quote }) => isCut(quote.lines)),
  ),
  locators: cards(({ citations }) => citations.some(({ locator }) => locator !== "")),
  /** Where in its source a quotation stands, how it bears on the card, whom it quotes. */
  citationDetails: cards(({ citations }) =>
    citations.some(
      ({ prefix, suffix, start, relevance, via, attributedTo }) =>
        prefix !== "" ||
        suffix !== "" ||
        start !== null ||
        relevance !== null ||
        via !== null ||
        attributedTo !== "",
    ),
  ),
  sources: all("source"),
  uncitedSources: (map) => {
    const cited = new Set(recordsOf(map, "card").flatMap(({ citations }) => citations.map(sourceIdOf)));
    return recordsOf(map, "source").filter(({ id }) => !cited.has(id)).length;
  },
  sourceAddresses: some("source", ({ url }) => url !== ""),
  /** Who made it, and when. */
  sourceOrigins: some("source", ({ creator, date }) => creator !== "" || date !== ""),
  sourceDetails: some("source", ({ note, credibility }) => note !== "" || credibility !== null),
  linkedPremises: some("argument", ({ premises }) => premises.length > 1),
  /** Arguments about a step: undercuts and backings. */
  stepsArguedAbout: some("argument", ({ target }) => target.type === "argument"),
  opposition: some("argument", ({ polarity }) => polarity === "oppose"),
  schemes: some("argument", ({ scheme }) => scheme !== "none"),
  argumentNotes: some("argument", ({ note }) => note !== ""),
  conflicts: all("conflict"),
  conflictNotes: some("conflict", ({ note }) => note !== ""),
  contradictories: some("conflict", ({ kind }) => kind === "contradictory"),
  presentation: all("step"),
  stepNotes: some("step", ({ notes }) => notes !== ""),
  hiddenSteps: (map) => {
    const steps = recordsOf(map, "step");
    return steps.length - playable(viewOf(map), steps).length;
  },
  authors: cards(({ author }) => author !== ""),
  times: cards(({ createdAt }) => createdAt > 0),
  mapTitle: ({ meta }) => (meta.title === "" ? 0 : 1),
};

/** What a file is too large in for programs that show it, whatever the map uses. */
export const fileBounds = ["mermaidCharacters", "mermaidLines"] as const;
export type FileBound = (typeof fileBounds)[number];

/**
 * What of one map a file will be missing, and in how many records; of a bound, how many the file has. Of what is `undrawn`, as
 * no font of the file has it, which characters: a score or so of them.
 */
export type Loss = Readonly<{
  feature: Feature | FileBound | "undrawn";
  count: number;
  characters?: string;
}>;

/** What of this map a format that cannot carry these features leaves out; what the map does not use is not told. */
export function lossesOf(map: PlainMap, cannotCarry: readonly Feature[]): readonly Loss[] {
  return features
    .filter((feature) => cannotCarry.includes(feature))
    .map((feature) => ({ feature, count: counts[feature](map) }))
    .filter(({ count }) => count > 0);
}

function boxOf(card: Card): CardBox {
  return cardBox(card, () => undefined);
}

function isCut(lines: readonly string[]): boolean {
  return lines.at(-1)?.endsWith("…") ?? false;
}

function sourceIdOf({ source }: Citation): SourceId {
  return source;
}

function some<Type extends RecordType>(type: Type, uses: (record: RecordOf<Type>) => boolean): CountIn {
  return (map) => recordsOf(map, type).filter(uses).length;
}

function cards(uses: (card: Card) => boolean): CountIn {
  return some("card", uses);
}

function all(type: RecordType): CountIn {
  return some(type, () => true);
}

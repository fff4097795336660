import type { Loss } from "#shared/formats/features.ts";

const words: Readonly<Record<Loss["feature"], string>> = {
  cards: "cards",
  arguments: "arguments",
  places: "places of cards",
  pins: "pins",
  siblingOrder: "the order of siblings",
  groups: "groups",
  colors: "colours",
  tags: "tags",
  longTags: "tags beyond one line",
  shortTitles: "short titles",
  granted: "what is granted",
  strengths: "strengths",
  questions: "questions",
  answers: "answers to questions",
  partQuestions: "parts of questions",
  raisedBy: "what raised a question",
  evidence: "that a card is evidence",
  citations: "citations",
  otherCitations: "citations of cards that are no evidence",
  quotations: "quotations",
  longQuotations: "the rest of long quotations",
  locators: "places in sources",
  citationDetails: "details of citations",
  sources: "sources",
  uncitedSources: "sources that no card cites",
  sourceAddresses: "addresses of sources",
  sourceOrigins: "who made a source, and when",
  sourceDetails: "details of sources",
  linkedPremises: "that premises work together",
  stepsArguedAbout: "arguments about steps",
  opposition: "that an argument is against",
  schemes: "schemes",
  argumentNotes: "notes on arguments",
  conflicts: "conflicts",
  conflictNotes: "notes on conflicts",
  contradictories: "that a conflict is a contradiction",
  presentation: "steps of the presentation",
  stepNotes: "notes of steps",
  hiddenSteps: "steps that are hidden or show nothing",
  authors: "authors",
  times: "times",
  mapTitle: "the title of the map",
  mermaidCharacters: "a chart on sites that show 50 000 characters at most",
  mermaidLines: "a chart on sites that show 500 lines at most",
  undrawn: "characters that its fonts do not have, which are frames or left out",
};

/** A loss as a server of any version tells it. */
export type ToldLoss = Readonly<{ feature: string; count: number; characters?: string | undefined }>;

/** What a file is missing, as one sentence; empty where it is complete. */
export function lossesSentence(file: string, losses: readonly ToldLoss[]): string {
  if (losses.length === 0) return "";
  const told = losses.map(
    ({ feature, count, characters }) =>
      `${words[feature as Loss["feature"]] ?? feature} (${count}${characters ? `: ${characters}` : ""})`,
  );
  return `${file} is without: ${told.join(", ")}.\n`;
}

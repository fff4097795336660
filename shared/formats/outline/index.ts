/** Plain text as people write and paste it: paragraphs, lists, Markdown. */
import type { TextFormat } from "../format.ts";
import { readOutline } from "./read-outline.ts";
import { writeOutline } from "./write-outline.ts";

export { escapeMarkdown, type InlineLink, reduceInline } from "./inline-text.ts";
export { markOfNote } from "./item-text.ts";
export { type CueWords, englishCues, markdownWordsIn } from "./item-words.ts";
export type { OutlineOptions, OutlineReading } from "./read-outline.ts";
export { type OutlineLine, outlineLines } from "./write-outline.ts";
export { readOutline, writeOutline };

/** Indented text that any program shows; what it leaves out is rule O15 of docs/spec/outline.md. */
export const outline: TextFormat = {
  read: readOutline,
  write: writeOutline,
  cannotCarry: [
    "places",
    "pins",
    "groups",
    "colors",
    "tags",
    "longTags",
    "shortTitles",
    "granted",
    "strengths",
    "otherCitations",
    "quotations",
    "longQuotations",
    "locators",
    "citationDetails",
    "uncitedSources",
    "sourceOrigins",
    "sourceDetails",
    "schemes",
    "argumentNotes",
    "conflicts",
    "conflictNotes",
    "contradictories",
    "presentation",
    "authors",
    "times",
    "mapTitle",
  ],
};

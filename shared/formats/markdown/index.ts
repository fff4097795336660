/** Markdown for reading, and outlines in Markdown as people write them. */
import type { TextFormat } from "../format.ts";
import { readMarkdown } from "./read-markdown.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** What comes back of what it wrote, comes back by the outline that it is: docs/spec/formats.md, FN. */
export const markdown: TextFormat = {
  read: readMarkdown,
  write: writeMarkdown,
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
  ],
};

import type { TextFormat } from "../format.ts";
import { beyondBounds } from "./bounds.ts";
import { readMermaid } from "./read-mermaid.ts";
import { writeMermaid } from "./write-mermaid.ts";

/** Mermaid flowcharts, as they stand in Markdown on many sites. */
export const mermaid: TextFormat = {
  read: readMermaid,
  write: writeMermaid,
  cannotCarry: [
    "places",
    "pins",
    "siblingOrder",
    "colors",
    "tags",
    "longTags",
    "shortTitles",
    "granted",
    "strengths",
    "citations",
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
    "schemes",
    "argumentNotes",
    "conflictNotes",
    "presentation",
    "authors",
    "times",
  ],
  beyond: beyondBounds,
};

import type { TextFormat } from "../format.ts";
import { writeDot } from "./write-dot.ts";

/** DOT for Graphviz: it lays the map out anew. */
export const dot: TextFormat = {
  write: writeDot,
  cannotCarry: [
    "places",
    "pins",
    "siblingOrder",
    "tags",
    "longTags",
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
    "conflictNotes",
    "presentation",
    "authors",
    "times",
  ],
};

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
    "granted",
    "strengths",
    "citationDetails",
    "sourceDetails",
    "schemes",
    "conflictNotes",
    "presentation",
    "authors",
    "times",
  ],
};

/** Slides for PowerPoint, Keynote and LibreOffice. */
import type { Feature } from "../features.ts";

export { writePptx } from "./write-pptx.ts";

/** What slides leave out of a map. */
export const pptxCannotCarry: readonly Feature[] = [
  "pins",
  "siblingOrder",
  "strengths",
  "raisedBy",
  "citationDetails",
  "sourceDetails",
  "schemes",
  "conflictNotes",
  "contradictories",
  "authors",
  "times",
];

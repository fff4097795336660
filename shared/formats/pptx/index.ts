/** Slides for PowerPoint, Keynote and LibreOffice. */
import type { TextFormat } from "../format.ts";

export { writePptx } from "./write-pptx.ts";

/** What slides leave out of a map; they are made by `writePptx`. */
export const pptx: TextFormat = {
  cannotCarry: [
    "longTags",
    "pins",
    "siblingOrder",
    "strengths",
    "raisedBy",
    "citationDetails",
    "contradictories",
    "authors",
    "times",
  ],
};

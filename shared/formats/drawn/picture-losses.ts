import type { Feature } from "../features.ts";

/** What of a map is not to be seen in its picture, whatever the file. */
export const pictureCannotCarry: readonly Feature[] = [
  "longTags",
  "longQuotations",
  "pins",
  "siblingOrder",
  "strengths",
  "raisedBy",
  "citationDetails",
  "contradictories",
  "presentation",
  "authors",
  "times",
];

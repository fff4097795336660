/** What readers of several formats share: a map made of what they find, within its rules and limits. */
export { Findings, type Where } from "./findings.ts";
export { inputFault, maxInputChars } from "./limits.ts";
export { type GivenArgument, type GivenCard, MapBuilder } from "./map-builder.ts";
export { placesIn } from "./places.ts";
export type { GivenSource } from "./source-shelf.ts";
export { cleanText, cutTo, cutToTitle, joinSpaces } from "./words.ts";

/** Plain text as people write and paste it: paragraphs, lists, Markdown. */
export { type OutlineOptions, type OutlineReading, readOutline } from "./read-outline.ts";
export { writeOutline } from "./write-outline.ts";

/** Markdown for reading, and outlines in Markdown as people write them. */
import type { TextFormat } from "../format.ts";
import { outline } from "../outline/index.ts";
import { readMarkdown } from "./read-markdown.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** What comes back of what it wrote, comes back by the outline that it is: docs/spec/formats.md, FN. */
export const markdown: TextFormat = {
  read: readMarkdown,
  write: writeMarkdown,
  cannotCarry: outline.cannotCarry.filter(
    (feature) => feature !== "otherCitations" && feature !== "mapTitle",
  ),
};

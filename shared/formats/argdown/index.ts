/** Argdown, the syntax for argument maps in text: argdown.org. */
import type { TextFormat } from "../format.ts";
import { readArgdown } from "./read-argdown.ts";
import { writeArgdown } from "./write-argdown.ts";

/** Read tolerantly, written so that the reference parser finds no fault: docs/spec/formats.md, FA. */
export const argdown: TextFormat = {
  read: readArgdown,
  write: writeArgdown,
  cannotCarry: [
    "places",
    "pins",
    "siblingOrder",
    "colors",
    "conflictNotes",
    "presentation",
    "authors",
    "times",
  ],
};

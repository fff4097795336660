import type { RecordType } from "#shared/model/index.ts";

export const formatName = "counterpoint";

/** Raised when a file of the new kind could not be read by a program that knows the old. */
export const formatVersion = 1;

/** The lists of a file and what they hold, in the order written. */
export const collections: readonly (readonly [name: string, type: RecordType])[] = [
  ["cards", "card"],
  ["arguments", "argument"],
  ["conflicts", "conflict"],
  ["sources", "source"],
  ["groups", "group"],
  ["steps", "step"],
];

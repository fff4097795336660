import type { RecordType } from "#shared/model/index.ts";

export const formatName = "counterpoint";

/** The versions that are read; one is added when a program that knows the older ones would misread a file. */
export const formatVersions = [1, 2] as const;

/** The lists of a file and what they hold, in the order written. */
export const collections: readonly (readonly [name: string, type: RecordType])[] = [
  ["cards", "card"],
  ["arguments", "argument"],
  ["conflicts", "conflict"],
  ["sources", "source"],
  ["groups", "group"],
  ["presentations", "presentation"],
  ["steps", "step"],
];

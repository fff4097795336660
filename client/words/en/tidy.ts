/** Laying out a map or a part of it. */
export const tidy = {
  "tidy.failed": "The map could not be laid out. Nothing was moved.",
  "tidy.fellBack": "Layers would take too long here, so the cards were laid out as a tree.",
  "tidy.tooSlow": "Laying out took too long and was stopped. Nothing was moved.",
} as const;

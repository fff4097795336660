/** Laying out a map or a part of it. */
export const tidy = {
  "tidy.failed": "The map could not be laid out. Nothing was moved.",
  "tidy.fellBack": "Layers would take too long here, so the cards were laid out as a tree.",
  "tidy.scope.cards": "Tidy the selected cards",
  "tidy.scope.map": "Tidy the whole map",
  "tidy.scope.subtree": "Tidy the card and what hangs on it",
  "tidy.tooSlow": "Laying out took too long and was stopped. Nothing was moved.",
} as const;

/** What a map may hold; checked when a command is planned and when a file is read. Lengths in UTF-16 code units. */
export const modelLimits = {
  maxTextChars: 10_000,
  maxTitleChars: 300,
  maxNoteChars: 20_000,
  maxQuoteChars: 2_000,
  maxUrlChars: 2_000,
  maxTagChars: 60,
  /** What a step of a presentation is meant to take. */
  maxStepSeconds: 86_400,
  maxRecords: 50_000,
  /** Premises of one argument, citations of one card, and other lists inside a record. */
  maxMembers: 1_000,
  /** Distance from the origin, in canvas pixels. */
  maxCoordinate: 10_000_000,
} as const;

/** Longer quotes are seldom read to the end: from here on the form says so. */
export const longQuoteWords = 40;

/** Counts words as a reader of the language would, so also where they are written without spaces. */
export function countWords(text: string, locale: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: "word" }).segment(text)) {
    if (isWordLike) count++;
  }
  return count;
}

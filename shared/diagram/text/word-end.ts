/** UTF-16 units after the line that are read along, so that its last word is recognised. */
const lookAheadChars = 24;

let segmenter: Intl.Segmenter | undefined;

/**
 * Where the last word ends that ends by `at`, in a text without spaces; `at` where no word ends after `start`. Words are
 * those of the platform's dictionary. Costs one line, however long the text is.
 */
export function lastWordEnd(text: string, start: number, at: number): number {
  segmenter ??= new Intl.Segmenter("th", { granularity: "word" });
  let end = start;
  for (const { index, segment } of segmenter.segment(text.slice(start, at + lookAheadChars))) {
    const next = start + index + segment.length;
    if (next > at) break;
    end = next;
  }
  return end > start ? end : at;
}

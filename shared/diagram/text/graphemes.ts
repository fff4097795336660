/** UTF-16 units looked at together; Intl.Segmenter is quadratic in V8 (22 s for 100 000 mixed characters). */
const windowChars = 64;

let segmenter: Intl.Segmenter | undefined;

/**
 * What readers take for single characters, in order; lazily and in linear time. One that is longer than the window
 * (a heap of accents) is cut there.
 */
export function* graphemes(text: string): Generator<string, void> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let at = 0;
  while (at < text.length) {
    if (
      standsAlone(text.charCodeAt(at)) &&
      (at + 1 === text.length || standsAlone(text.charCodeAt(at + 1)))
    ) {
      yield text.charAt(at);
      at += 1;
      continue;
    }
    const end = windowEnd(text, at);
    for (const { segment, index } of segmenter.segment(text.slice(at, end))) {
      // The last one may go on beyond the window, so it is read again from its start.
      if (at + index + segment.length === end && end < text.length && index > 0) {
        at += index;
        break;
      }
      yield segment;
      if (at + index + segment.length === end) at = end;
    }
  }
}

/** Never between the halves of a surrogate pair. */
function windowEnd(text: string, start: number): number {
  const end = Math.min(text.length, start + windowChars);
  const last = text.charCodeAt(end - 1);
  return end < text.length && last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}

/** Characters of which any two neighbours are two graphemes: Latin, kana, Han, hangul syllables. */
function standsAlone(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3)
  );
}

import { modelLimits } from "#shared/model/index.ts";

const loneHalves = /\p{Surrogate}/gu;

/** The text without a byte order mark, its lines ended by \n alone, and halves of characters made into one sign. */
export function cleanText(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
  const bare = lines.startsWith("\uFEFF") ? lines.slice(1) : lines;
  // Most texts have no halves at all, which is quickly seen.
  return /[\ud800-\udfff]/.test(bare) ? bare.replace(loneHalves, "\uFFFD") : bare;
}

/** The words on one line, and as much of them as a title holds. */
export function cutToTitle(words: string): string {
  // What a title cannot hold is cut before it is looked through, with room for spaces that go.
  if (words === "") return words;
  const line = words
    .slice(0, 4 * modelLimits.maxTitleChars)
    .replace(/\s+/gu, " ")
    .trim();
  return cutTo(line, modelLimits.maxTitleChars).trimEnd();
}

/** The first `maxChars` code units, and never half a character. */
export function cutTo(words: string, maxChars: number): string {
  if (words.length <= maxChars) return words;
  const cut = words.slice(0, maxChars);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Line breaks and runs of spaces as one space each, on one line; other kinds of space stay. */
export function joinSpaces(text: string): string {
  const isJoined = !/[\t\n\r\f\v\u2028\u2029]| {2}/.test(text);
  return isJoined ? text.trim() : text.replace(/[ \t\n\r\f\v\u2028\u2029]+/g, " ").trim();
}

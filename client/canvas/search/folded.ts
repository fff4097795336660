/**
 * Text as one searches it: small letters without accents, wide forms as narrow ones. `starts` says for each code unit
 * of the folded text at which code unit of the original it begins, so that what was found can be shown.
 */
export type Folded = Readonly<{ text: string; starts: readonly number[] }>;

/** How a text is compared in a search. */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The same, with the way back to the original. */
export function foldWithPlaces(text: string): Folded {
  let folded = "";
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = foldText(character);
    for (let i = 0; i < part.length; i += 1) starts.push(at);
    folded += part;
    at += character.length;
  }
  return { text: folded, starts };
}

/** A piece of text, and whether a search found it. */
export type Piece = Readonly<{ text: string; isFound: boolean }>;

/** The text in pieces, those that one of the folded `words` matches apart. */
export function markWords(text: string, words: readonly string[]): readonly Piece[] {
  const folded = foldWithPlaces(text);
  const isFound = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      const start = folded.starts[at] ?? 0;
      const end = folded.starts[at + word.length] ?? text.length;
      isFound.fill(true, start, end);
    }
  }
  const pieces: Piece[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    const found = isFound[start] ?? false;
    for (end = start; end < text.length && isFound[end] === found; ) end += 1;
    pieces.push({ text: text.slice(start, end), isFound: found });
  }
  return pieces;
}

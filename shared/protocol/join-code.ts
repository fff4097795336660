/**
 * What a join code is made of: of characters that are taken for each other only one is there, and the others are read
 * as it. 27 of them to the sixth are some 390 million codes.
 */
export const joinCodeAlphabet = "0123456789ACDEFHJKMNPRTVWXY";
/** What an audience types. */
export const joinCodeChars = 6;

const readAs: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  I: "1",
  L: "1",
  Z: "2",
  S: "5",
  G: "6",
  B: "8",
  U: "V",
};

/** What a phone that steers a talk carries: it is never typed, so it is as long as a link's secret. */
const longCode = /^[\w-]{22,64}$/;

/**
 * A join code as somebody typed it, or as a picture of it was read: case, spaces, hyphens and characters that look alike
 * make no difference. `undefined` for what can be none.
 */
export function readJoinCode(typed: string): string | undefined {
  const trimmed = typed.trim();
  if (longCode.test(trimmed)) return trimmed;
  // Some keyboards write wide letters and digits.
  const letters = trimmed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—.·]/gu, "");
  const code = Array.from(letters, (letter) => readAs[letter] ?? letter);
  const isWhole = code.length === joinCodeChars && code.every((letter) => joinCodeAlphabet.includes(letter));
  return isWhole ? code.join("") : undefined;
}

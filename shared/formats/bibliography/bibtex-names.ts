import { wordsOfLatex } from "./latex-text.ts";
import type { Name } from "./names.ts";

/** More names than a creator has room for. */
const maxNames = 200;

/** The names of an author field: "Byron, Ada and {Royal Society} and Mary Somerville". */
export function namesOfBibtex(latex: string): readonly Name[] {
  return splitOutside(latex.replace(/\s+/gu, " "), / and /iuy).slice(0, maxNames).flatMap(nameOf);
}

function nameOf(latex: string): readonly Name[] {
  const whole = latex.trim();
  if (whole === "") return [];
  if (whole.toLowerCase() === "others") return [{ literal: "et al." }];
  if (whole.startsWith("{") && splitOutside(`${whole} `, /\s/uy).length === 2 && whole.endsWith("}")) {
    return [{ literal: wordsOfLatex(whole) }];
  }
  const [first = "", second, third] = splitOutside(whole, / ?, ?/uy).map(wordsOfLatex);
  if (second === undefined)
    return [fromWords(splitOutside(whole, /[ ~]/uy).map(wordsOfLatex).filter(Boolean))];
  // "Family, Jr, Given"
  return [
    { family: first, given: third === undefined ? second : [third, second].filter(Boolean).join(", ") },
  ];
}

/** "Ludwig van Beethoven": the last word, and small words before it, are the family. */
function fromWords(words: readonly string[]): Name {
  if (words.length < 2) return { literal: words.join(" ") };
  let first = words.length - 1;
  while (first > 1 && /^\p{Ll}/u.test(words[first - 1] ?? "")) first -= 1;
  return { family: words.slice(first).join(" "), given: words.slice(0, first).join(" ") };
}

/** The parts between what separates them, where no brace is open. */
function splitOutside(latex: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < latex.length; at += 1) {
    const sign = latex[at];
    if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    if (depth > 0 || sign === "}") continue;
    separator.lastIndex = at;
    const found = separator.exec(latex);
    if (!found) continue;
    parts.push(latex.slice(from, at));
    from = separator.lastIndex;
    at = from - 1;
  }
  return [...parts, latex.slice(from)];
}

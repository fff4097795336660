import type { Card, PlainMap } from "#shared/model/index.ts";
import { recordsOf } from "#shared/model/index.ts";
import type { LintCode, Remark } from "./finding.ts";

/** Bounds after Kialo's and Rationale's advice for readable claims, and usual practice for quotations. */
const maxWords = 25;
const maxChars = 200;
const minWords = 4;
const maxQuoteWords = 40;

const reasons = /\b(?:because|therefore|hence|thus|so that)\b|\bsince\b(?!\s+\d)/i;
const auxiliary = "(?:is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|do|does|did)";
const asks = new RegExp(`^(?:(?:what|who|whom|whose|which|when|where|why|how)\\s+)?${auxiliary}\\s`, "i");
const secondClause = new RegExp(
  `\\b(?:and|but|while)\\s+(?:it|they|he|she|we|this|these|those|there)\\s+${auxiliary}\\b`,
  "i",
);
const secondSentence = /[;；]|[。！？]\s*[^\s。！？」』”’）)]|\p{Ll}{3}[.!?]\s+\p{Lu}/u;
const leans = new RegExp(`^(?:this|that|these|those|it|they|he|she)\\s+${auxiliary}\\b`, "i");
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** [E12] How cards are worded. Words are looked for in English; other languages are only measured. */
export function* wordingRemarks(map: PlainMap): Iterable<Remark> {
  for (const card of recordsOf(map, "card")) {
    for (const code of codesOf(card)) yield { code, ids: [card.id] };
    const words = wordsIn(card.text);
    if (!card.title && (words > maxWords || [...card.text].length > maxChars))
      yield { code: "LINT_TEXT_LONG", ids: [card.id], count: words };
    const longest = card.citations.reduce((most, { quote }) => Math.max(most, wordsIn(quote)), 0);
    if (longest > maxQuoteWords) yield { code: "LINT_QUOTE_LONG", ids: [card.id], count: longest };
  }
}

function codesOf({ kind, text: raw }: Card): readonly LintCode[] {
  const text = raw.trim();
  if (kind === "question" || text === "") return [];
  const codes: LintCode[] = [];
  const isQuestion = /[?？]$/.test(text) || (asks.test(text) && !text.endsWith("."));
  if (isQuestion) codes.push("LINT_CLAIM_IS_QUESTION");
  if (kind === "evidence") return codes;
  if (reasons.test(text)) codes.push("LINT_CLAIM_REASONS");
  if (secondSentence.test(text) || secondClause.test(text)) codes.push("LINT_CLAIM_COMPOUND");
  if (isShort(text)) codes.push("LINT_CLAIM_FRAGMENT");
  if (leans.test(text) && !isQuestion) codes.push("LINT_CLAIM_LEANS");
  return codes;
}

/** Only where words are told apart by spaces, and are as long as in English. */
function isShort(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && text.match(unspaced) === null && wordsIn(text) < minWords;
}

/** Two signs of a script without spaces are about a word. */
function wordsIn(text: string): number {
  const signs = text.match(unspaced)?.length ?? 0;
  const words = text
    .replace(unspaced, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words + Math.ceil(signs / 2);
}

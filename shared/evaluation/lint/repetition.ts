import { type CardId, type PlainMap, recordsOf } from "#shared/model/index.ts";
import type { Remark } from "./finding.ts";

/** [E16] Share of all their words that two claims have in common from which on they say nearly the same. */
const alike = 0.8;
/** [E16] Words compared in the whole map: ordinary maps of 10 000 claims need a tenth. */
const maxComparisons = 5_000_000;

type Words = Readonly<{ id: CardId; words: readonly string[] }>;

/**
 * [E16] Claims that say nearly what an earlier one says. Two sets that are so alike share one of their rarest words, so only
 * claims that do are compared (Chaudhuri, Ganti and Kaushik 2006).
 */
export function* repetitionRemarks(map: PlainMap): Iterable<Remark> {
  const claims = recordsOf(map, "card").filter(({ kind }) => kind === "claim");
  const sets = claims.map(({ id, text }): Words => ({ id, words: wordsOf(text) }));
  const counts = new Map<string, number>();
  for (const { words } of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarity = (word: string) => counts.get(word) ?? 0;
  const holders = new Map<string, Words[]>();
  let comparisons = 0;

  const isAlike = (words: ReadonlySet<string>, other: readonly string[]): boolean => {
    comparisons += 1;
    const [fewer, more] = other.length < words.size ? [other.length, words.size] : [words.size, other.length];
    if (fewer < alike * more) return false;
    comparisons += other.length;
    const both = other.reduce((sum, word) => sum + (words.has(word) ? 1 : 0), 0);
    return both >= alike * (fewer + more - both);
  };
  const earlierOf = (words: ReadonlySet<string>, rarest: readonly string[]): CardId | undefined => {
    for (const word of rarest) {
      for (const other of holders.get(word) ?? []) {
        if (comparisons > maxComparisons) return undefined;
        if (isAlike(words, other.words)) return other.id;
      }
    }
    return undefined;
  };

  for (const { id, words: found } of sets) {
    const words = [...found].sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1));
    const rarest = words.slice(0, words.length - Math.ceil(alike * words.length) + 1);
    const earlier = earlierOf(new Set(words), rarest);
    if (earlier !== undefined) yield { code: "LINT_CLAIM_REPEATED", ids: [id, earlier] };
    for (const word of rarest) {
      const known = holders.get(word);
      if (known) known.push({ id, words });
      else holders.set(word, [{ id, words }]);
    }
  }
}

/** The different words, without case and punctuation. */
function wordsOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .normalize("NFKC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    ),
  ];
}

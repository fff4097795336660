import { type Card, type CardId, getAs } from "#shared/model/index.ts";
import type { OpenRecords } from "../../session/open-session.ts";
import type { FrameChange } from "../../session/record-store.ts";
import { foldText } from "./folded.ts";

/** Better ones first; among equals, in reading order as the map holds them. */
const score = { atStart: 0, inText: 1, elsewhere: 2 } as const;

/**
 * Finds cards by their words: text, title, tags, quotes and the titles of sources. Texts are folded when first asked
 * for and again only where they changed; a search then runs over strings kept ready.
 */
export class CardSearch {
  readonly #records: OpenRecords;
  readonly #folded = new Map<CardId, Readonly<{ text: string; rest: string }>>();
  readonly #stop: () => void;

  constructor(records: OpenRecords) {
    this.#records = records;
    this.#stop = records.subscribeAll((change) => this.#forget(change));
  }

  /** The cards that hold all the words asked for, wherever in them; none for a query without words. */
  find(query: string): readonly CardId[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const found: [CardId, number][] = [];
    for (const record of this.#records.doc.records.values()) {
      if (record.type !== "card") continue;
      const rank = this.#rank(record, words);
      if (rank !== undefined) found.push([record.id, rank]);
    }
    return found.sort(([, a], [, b]) => a - b).map(([id]) => id);
  }

  dispose(): void {
    this.#stop();
  }

  #rank(card: Card, words: readonly string[]): number | undefined {
    const { text, rest } = this.#foldedOf(card);
    let rank: number = score.atStart;
    for (const word of words) {
      const at = text.indexOf(word);
      if (at < 0 && !rest.includes(word)) return undefined;
      rank = Math.max(rank, at === 0 ? score.atStart : at > 0 ? score.inText : score.elsewhere);
    }
    return rank;
  }

  #foldedOf(card: Card): Readonly<{ text: string; rest: string }> {
    const known = this.#folded.get(card.id);
    if (known) return known;
    const rest = [card.title, ...card.tags];
    for (const { source, quote, locator } of card.citations) {
      rest.push(getAs(this.#records.doc, "source", source)?.title ?? "", quote, locator);
    }
    const made = { text: foldText(card.text), rest: foldText(rest.join("\n")) };
    this.#folded.set(card.id, made);
    return made;
  }

  /** A source that changed may be cited anywhere. */
  #forget({ added, changed, removed }: FrameChange): void {
    for (const ids of [added, changed, removed]) {
      for (const id of ids) {
        this.#folded.delete(id as CardId);
        if (this.#records.doc.get(id)?.type !== "source") continue;
        for (const citing of this.#records.doc.referrersOf(id)) this.#folded.delete(citing.id as CardId);
      }
    }
  }
}

/** The words of a query, folded. */
export function wordsOf(query: string): readonly string[] {
  return foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

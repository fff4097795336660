import type { LinkLookup } from "#shared/diagram/index.ts";
import type { CardId, MapView } from "#shared/model/index.ts";
import { endsOf, linksOf, touchedBy } from "./links.ts";

/** More than these are not drawn apart: with so much on the move, most of what is drawn is damaged anyway. */
const most = { cards: 40, links: 200 } as const;
const nothing: ReadonlySet<string> = new Set();

/** What came into the hand, and what was let go of. */
type HandOver = Readonly<{ taken: readonly string[]; released: readonly string[] }>;

const noHandOver: HandOver = { taken: [], released: [] };

/**
 * The cards that are on the move and the lines that hang on them, by their keys. They are drawn apart from what lies
 * still, so that a move costs them alone.
 */
export class InHand {
  #keys: ReadonlySet<string> = nothing;

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  keys(): Iterable<string> {
    return this.#keys;
  }

  /** These cards are on the move now and no others. Costs them and what hangs on them. */
  hold(cards: ReadonlySet<CardId>, doc: Pick<MapView, "get" | "referrersOf">, lookup: LinkLookup): HandOver {
    const before = this.#keys;
    if (before.size + cards.size === 0) return noHandOver;
    this.#keys = keysOf(cards, doc, lookup);
    return { taken: without(this.#keys, before), released: without(before, this.#keys) };
  }
}

function keysOf(
  cards: ReadonlySet<CardId>,
  doc: Pick<MapView, "get" | "referrersOf">,
  lookup: LinkLookup,
): ReadonlySet<string> {
  if (cards.size === 0 || cards.size > most.cards) return nothing;
  const keys = new Set<string>([...cards].filter((id) => doc.get(id) !== undefined));
  for (const id of touchedBy(cards, doc)) {
    const record = doc.get(id);
    for (const link of record ? linksOf(record) : [])
      if (endsOf(link, lookup).some((end) => cards.has(end))) keys.add(link.key);
    if (keys.size > cards.size + most.links) return nothing;
  }
  return keys;
}

function without(keys: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...keys].filter((key) => !others.has(key));
}

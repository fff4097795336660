import { type CardId, cardsAbove, cardsBelow, type MapView } from "#shared/model/index.ts";

/** The cards at most `steps` relations away from one, itself among them. Costs what it finds. */
export function nearby(view: MapView, from: CardId, steps: number): ReadonlySet<CardId> {
  const found = new Set<CardId>([from]);
  let border: readonly CardId[] = [from];
  for (let step = 0; step < steps && border.length > 0; step += 1) {
    const next: CardId[] = [];
    for (const at of border) {
      for (const id of neighbours(view, at)) {
        if (found.has(id)) continue;
        found.add(id);
        next.push(id);
      }
    }
    border = next;
  }
  return found;
}

/** What speaks to it, what it speaks to, what works together with it, and what cannot be true along with it. */
function* neighbours(view: MapView, id: CardId): Iterable<CardId> {
  yield* cardsBelow(view, id);
  yield* cardsAbove(view, id);
  for (const record of view.referrersOf(id)) {
    if (record.type === "conflict") yield* record.members;
    if (record.type === "argument" && record.premises.includes(id)) yield* record.premises;
  }
}

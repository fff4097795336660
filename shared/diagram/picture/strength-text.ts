import type { RecordId } from "#shared/model/ids.ts";

/** How strong cards are, from 0 to 1, and of which that goes on swinging however long one computes. */
export type PictureStrengths = Readonly<{
  cards: ReadonlyMap<RecordId, number>;
  unsettled: ReadonlySet<RecordId>;
}>;

/** A strength as people read it, *about* where it does not settle; undefined of what has none. */
export function strengthText({ cards, unsettled }: PictureStrengths, id: RecordId): string | undefined {
  const value = cards.get(id);
  if (value === undefined) return undefined;
  return `${unsettled.has(id) ? "≈ " : ""}${value.toFixed(2)}`;
}

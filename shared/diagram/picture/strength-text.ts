import type { RecordId } from "#shared/model/ids.ts";

/** How strong cards are, from 0 to 1, and of which that goes on swinging however long one computes. */
export type PictureStrengths = Readonly<{
  cards: ReadonlyMap<RecordId, number>;
  unsettled: ReadonlySet<RecordId>;
}>;

/** A strength as people read it, *about* where it does not settle. */
export function strengthWord(value: number, isUnsettled: boolean): string {
  return `${isUnsettled ? "≈ " : ""}${value.toFixed(2)}`;
}

/** That of a card; undefined of what has none. */
export function strengthText({ cards, unsettled }: PictureStrengths, id: RecordId): string | undefined {
  const value = cards.get(id);
  return value === undefined ? undefined : strengthWord(value, unsettled.has(id));
}

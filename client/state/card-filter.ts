import type { CardId, GroupId } from "#shared/model/ids.ts";
import type { Card, CardKind, Tint } from "#shared/model/records.ts";

/** Which cards this person wants to see; an empty list asks for nothing. Values of one list are alternatives. */
export type CardFilter = Readonly<{
  kinds: readonly CardKind[];
  authors: readonly string[];
  tags: readonly string[];
  groups: readonly GroupId[];
  colors: readonly Tint[];
  /** Only these cards, and lines that are among them by their key; null asks for nothing. */
  among: ReadonlySet<CardId> | null;
  /** Whether what does not match is only dimmed, and stays where it is. */
  isDimming: boolean;
}>;

export const noFilter: CardFilter = {
  kinds: [],
  authors: [],
  tags: [],
  groups: [],
  colors: [],
  among: null,
  isDimming: false,
};

/** Whether the filter asks for anything. */
export function isFiltering({ kinds, authors, tags, groups, colors, among }: CardFilter): boolean {
  return among !== null || kinds.length + authors.length + tags.length + groups.length + colors.length > 0;
}

/** Whether the card has, of every list that asks for something, one of its values. */
export function matches(card: Card, { kinds, authors, tags, groups, colors, among }: CardFilter): boolean {
  return (
    (among?.has(card.id) ?? true) &&
    isAmong(card.kind, kinds) &&
    isAmong(card.author, authors) &&
    isAmong(card.group, groups) &&
    isAmong(card.color, colors) &&
    (tags.length === 0 || tags.some((tag) => card.tags.includes(tag)))
  );
}

function isAmong<T>(value: T | null, wanted: readonly T[]): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value));
}

import type { CardKind, GroupId, MapRecord, Tint } from "#shared/model/index.ts";

/** What cards can be told apart by, and how many there are of each. */
export type FilterCounts = Readonly<{
  kinds: ReadonlyMap<CardKind, number>;
  authors: ReadonlyMap<string, number>;
  tags: ReadonlyMap<string, number>;
  groups: ReadonlyMap<GroupId, number>;
  colors: ReadonlyMap<Tint, number>;
}>;

/** Counts the cards of a map; each list from the most frequent down. O(map). */
export function countForFilter(records: Iterable<MapRecord>): FilterCounts {
  const kinds = new Map<CardKind, number>();
  const authors = new Map<string, number>();
  const tags = new Map<string, number>();
  const groups = new Map<GroupId, number>();
  const colors = new Map<Tint, number>();
  for (const record of records) {
    if (record.type !== "card") continue;
    add(kinds, record.kind);
    add(authors, record.author);
    for (const tag of record.tags) add(tags, tag);
    if (record.group) add(groups, record.group);
    if (record.color) add(colors, record.color);
  }
  return {
    kinds: byCount(kinds),
    authors: byCount(authors),
    tags: byCount(tags),
    groups: byCount(groups),
    colors: byCount(colors),
  };
}

function add<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function byCount<T>(counts: ReadonlyMap<T, number>): ReadonlyMap<T, number> {
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

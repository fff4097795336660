import { bareAddress } from "#shared/lib/web-address.ts";
import {
  type Argument,
  type Card,
  type CardId,
  type Conflict,
  type MapRecord,
  type PlainMap,
  type RecordId,
  recordsOf,
  withIds,
} from "#shared/model/index.ts";

/** What a file adds to a map: what is new, and how many of its cards are there already. */
export type WhatIsNew = Readonly<{ map: PlainMap; knownCards: number }>;

/**
 * What of a map is new beside another one's records; the rest is mentioned by the ids that it has there. Cards are the
 * same by kind and words, as far as the one that is there says all that the other says; groups by title, sources by
 * address or title, arguments and contradictions by what they join. O(both).
 */
export function whatIsNew(map: PlainMap, known: ReadonlyMap<RecordId, MapRecord>): WhatIsNew {
  const there = new Map<string, MapRecord>();
  for (const record of known.values()) {
    const name = nameOf(record);
    if (name !== undefined && !there.has(name)) there.set(name, record);
  }
  const same = new Map<RecordId, RecordId>();
  const taken = new Set<RecordId>();
  const match = (record: MapRecord, isSame: (other: MapRecord) => boolean): void => {
    const name = nameOf(record);
    const other = name === undefined ? undefined : there.get(name);
    // Twice in the file, it is twice on the map: made one, they might end up as their own reason.
    if (!other || taken.has(other.id) || !isSame(other)) return;
    taken.add(other.id);
    same.set(record.id, other.id);
  };
  for (const type of ["source", "group"] as const)
    for (const record of recordsOf(map, type)) match(record, () => true);
  const cards = [...recordsOf(map, "card")].sort((a, b) => rank(a) - rank(b));
  for (const card of cards)
    match(card, (other) => other.type === "card" && saysAllOf(other, card, (id) => same.get(id) ?? id));
  const knownCards = cards.filter(({ id }) => same.has(id)).length;
  return { map: withoutRepeatedLinks(without(map, same), known), knownCards };
}

/** Questions first: what answers them is compared by them. */
function rank({ kind }: Card): number {
  return kind === "question" ? 0 : 1;
}

function saysAllOf(there: Card, card: Card, idThere: (id: CardId) => RecordId): boolean {
  const answered = new Set<RecordId>(there.answers);
  return (
    card.answers.every((id) => answered.has(idThere(id))) &&
    (card.citations.length === 0 || there.citations.length > 0)
  );
}

/** Each round finds the arguments about those that the round before found. */
function withoutRepeatedLinks(map: PlainMap, known: ReadonlyMap<RecordId, MapRecord>): PlainMap {
  const links = new Map<string, RecordId>();
  for (const record of known.values()) {
    if (record.type === "argument" || record.type === "conflict") links.set(linkName(record), record.id);
  }
  let left = map;
  for (;;) {
    const same = new Map<RecordId, RecordId>();
    for (const record of left.records.values()) {
      if (record.type !== "argument" && record.type !== "conflict") continue;
      const other = links.get(linkName(record));
      if (other !== undefined) same.set(record.id, other);
    }
    if (same.size === 0) return left;
    left = without(left, same);
  }
}

/** The map without some of its records, which are mentioned by other ids from now on. */
function without(map: PlainMap, same: ReadonlyMap<RecordId, RecordId>): PlainMap {
  if (same.size === 0) return map;
  const renamed = withIds(map, same);
  const records = new Map(renamed.records);
  const positions = new Map(renamed.positions);
  for (const id of same.values()) {
    records.delete(id);
    positions.delete(id as CardId);
  }
  return { ...renamed, records, positions };
}

/** What a record is told by; undefined where it has nothing of its own to be told by. */
function nameOf(record: MapRecord): string | undefined {
  switch (record.type) {
    case "card":
      return named(`card ${record.kind}`, record.text);
    case "group":
      return named("group", record.title);
    case "source": {
      const address = bareAddress(record.url.trim());
      return address === ""
        ? named(`source of ${record.creator.trim().toLowerCase()}`, record.title.toLowerCase())
        : named("source at", address);
    }
    case "argument":
    case "conflict":
    case "step":
    case "presentation":
      return undefined;
  }
}

function named(kind: string, words: string): string | undefined {
  const text = words.trim();
  return text === "" ? undefined : `${kind} ${text}`;
}

function linkName(link: Argument | Conflict): string {
  return link.type === "argument"
    ? [link.polarity, link.target.id, ...[...link.premises].sort()].join(" ")
    : ["conflict", ...[...link.members].sort()].join(" ");
}

import type { LinkLookup, Rect, RelationTone } from "#shared/diagram/index.ts";
import type { ArgumentId, CardId, ConflictId, MapRecord, MapView, RecordId } from "#shared/model/index.ts";

/**
 * A line on the canvas. Arguments and conflicts are records of their own; answers, parts of questions and what raised
 * them are fields of a card, and are named by the cards they join.
 */
export type Link =
  | Readonly<{ kind: "argument"; key: ArgumentId }>
  | Readonly<{ kind: "conflict"; key: ConflictId; ends: readonly [CardId, CardId] }>
  | Readonly<{ kind: "answer" | "part"; key: string; ends: readonly [from: CardId, to: CardId] }>;

/** The links that the record itself says; others may point at it. */
export function linksOf(record: MapRecord): readonly Link[] {
  switch (record.type) {
    case "argument":
      return [{ kind: "argument", key: record.id }];
    case "conflict":
      return [{ kind: "conflict", key: record.id, ends: record.members }];
    case "card": {
      const links: Link[] = record.answers.map((question) => ({
        kind: "answer",
        key: `answer:${record.id}:${question}`,
        ends: [record.id, question],
      }));
      if (record.parent)
        links.push({ kind: "part", key: `part:${record.id}`, ends: [record.id, record.parent] });
      return links;
    }
    case "source":
    case "step":
    case "presentation":
    case "group":
      return [];
  }
}

/** What an argument says, by its polarity and whether it is about a card or a step. */
export function toneOf(link: Link, view: Pick<MapView, "get">): RelationTone {
  switch (link.kind) {
    case "conflict":
      return "conflict";
    case "answer":
      return "answer";
    case "part":
      return "part";
    case "argument": {
      const argument = view.get(link.key);
      if (argument?.type !== "argument") return "support";
      if (argument.target.type === "argument")
        return argument.polarity === "support" ? "backing" : "undercut";
      return argument.polarity;
    }
  }
}

/** The cards that a link joins; those of the step it is about included. */
export function endsOf(
  link: Link,
  { argument: argumentOf }: Pick<LinkLookup, "argument">,
): readonly CardId[] {
  if (link.kind !== "argument") return link.ends;
  const ends: CardId[] = [];
  const seen = new Set<ArgumentId>();
  for (let at: ArgumentId | undefined = link.key; at && !seen.has(at); ) {
    seen.add(at);
    const argument = argumentOf(at);
    ends.push(...(argument?.premises ?? []));
    if (argument?.target.type === "card") ends.push(argument.target.id);
    at = argument?.target.type === "argument" ? argument.target.id : undefined;
  }
  return ends;
}

/** Whether all that the link joins is hidden behind the same box. */
export function isWithinOneBox(
  link: Link,
  hidden: ReadonlyMap<CardId, Rect | null>,
  lookup: LinkLookup,
): boolean {
  if (hidden.size === 0) return false;
  const [first, ...others] = endsOf(link, lookup).map((id) => hidden.get(id));
  return first !== undefined && first !== null && others.every((box) => box === first);
}

/**
 * The records whose links may look different after these have changed or moved: themselves, whoever mentions them,
 * and, since arguments may be about arguments, on along the chain.
 */
export function touchedBy(
  ids: Iterable<RecordId>,
  view: Pick<MapView, "referrersOf">,
): ReadonlySet<RecordId> {
  const touched = new Set<RecordId>(ids);
  // A Set yields what is added while it is walked.
  for (const id of touched) {
    for (const referrer of view.referrersOf(id)) {
      if (referrer.type === "argument" || referrer.type === "conflict") touched.add(referrer.id);
      else if (
        referrer.type === "card" &&
        (referrer.parent === id || referrer.answers.includes(id as CardId))
      ) {
        touched.add(referrer.id);
      }
    }
  }
  return touched;
}

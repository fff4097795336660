import type { ArgumentId, CardId, ConflictId } from "#shared/model/ids.ts";

/** What a card is to the row above it. */
export type RowRelation =
  | "root"
  | "reason"
  | "objection"
  | "answer"
  | "part"
  | "raised"
  | "backing"
  | "undercut"
  | "conflict";

/** Among premises that only work together: the first of them, or one that follows it. */
export type Together = "alone" | "first" | "more";

/**
 * A card in one of the places where the outline shows it. A card that serves many conclusions has a row below each;
 * `parent` leads up to the root, so that a path that runs in a circle is known for one.
 */
export type OutlineRow = Readonly<{
  /** The way from the root: the same for the same card in the same place. */
  key: string;
  card: CardId;
  relation: RowRelation;
  /** The argument or conflict by which it stands here. */
  via: ArgumentId | ConflictId | null;
  together: Together;
  parent: OutlineRow | null;
  /** How many rows stand above it. */
  depth: number;
  /** The card is among the rows above it already: what speaks to it is not shown again here. */
  isCircular: boolean;
}>;

/** A row without its place. */
export type RowLink = Pick<OutlineRow, "card" | "relation" | "via" | "together">;

/** The row of a card that stands on its own. */
export function rootRow(card: CardId): OutlineRow {
  return {
    key: card,
    card,
    relation: "root",
    via: null,
    together: "alone",
    parent: null,
    depth: 0,
    isCircular: false,
  };
}

/** The row of a link below `parent`. */
export function rowBelow(parent: OutlineRow, link: RowLink): OutlineRow {
  const { card, relation, via, together } = link;
  let isCircular = false;
  for (let at: OutlineRow | null = parent; at && !isCircular; at = at.parent) isCircular = at.card === card;
  const key = `${parent.key}/${relationMarks[relation]}${via ?? ""}:${card}`;
  return { key, card, relation, via, together, parent, depth: parent.depth + 1, isCircular };
}

/** The argument by which a row speaks, where it does. */
export function argumentOf({ relation, via }: Pick<OutlineRow, "relation" | "via">): ArgumentId | undefined {
  return relation !== "conflict" && via ? (via as ArgumentId) : undefined;
}

/** Whether the row, or one above it, shows the card. */
export function isBelow(row: OutlineRow, above: OutlineRow): boolean {
  for (let at: OutlineRow | null = row; at; at = at.parent) if (at.key === above.key) return true;
  return false;
}

const relationMarks: Readonly<Record<RowRelation, string>> = {
  root: "",
  reason: "+",
  objection: "-",
  answer: "a",
  part: "p",
  raised: "r",
  backing: "b",
  undercut: "u",
  conflict: "x",
};

import type { Authorship, Command } from "#shared/model/commands.ts";
import type { ArgumentId, CardId, ConflictId, CreateId } from "#shared/model/ids.ts";
import { getAs, type MapView } from "#shared/model/map-view.ts";
import type { CardKind, Ref } from "#shared/model/records.ts";
import { argumentOf, type OutlineRow, type RowRelation } from "./outline-row.ts";

/** What commands are made with. */
export type Making = Readonly<{ createId: CreateId; by: Authorship }>;

/** What a card is by nature to the thing below which it is put: of a claim a reason, of a question an answer. */
export function relationUnder(view: MapView, kind: CardKind, under: Ref | null): RowRelation {
  if (!under) return "root";
  const isUnderQuestion = under.type === "card" && getAs(view, "card", under.id)?.kind === "question";
  if (kind === "question") return isUnderQuestion ? "part" : "raised";
  if (isUnderQuestion) return "answer";
  return under.type === "card" ? "reason" : "backing";
}

/** The commands that put a card below a thing as what the relation says; none at the top. */
export function attach(
  card: CardId,
  under: Ref | null,
  relation: RowRelation,
  make: Making,
): readonly Command[] {
  if (!under) return [];
  const { createId, by } = make;
  const connect = (polarity: "support" | "oppose"): readonly Command[] => [
    { type: "connect", id: createId<ArgumentId>(), polarity, premises: [card], target: under, by },
  ];
  switch (relation) {
    case "root":
      return [];
    case "reason":
    case "backing":
      return connect("support");
    case "objection":
    case "undercut":
      return connect("oppose");
    case "raised":
      return [{ type: "setRaisedBy", question: card, by: under }];
    case "answer":
      return under.type === "card" ? [{ type: "answer", claim: card, question: under.id, on: true }] : [];
    case "part":
      return under.type === "card" ? [{ type: "setParent", question: card, parent: under.id }] : [];
    case "conflict": {
      if (under.type !== "card") return [];
      const id = createId<ConflictId>();
      return [{ type: "contradict", id, members: [under.id, card], kind: "contrary", by }];
    }
  }
}

/** The commands after which the row no longer stands where it does. */
export function detach(row: OutlineRow): readonly Command[] {
  const argument = argumentOf(row);
  if (argument) return [{ type: "delete", ids: [argument] }];
  switch (row.relation) {
    case "answer":
      return row.parent ? [{ type: "answer", claim: row.card, question: row.parent.card, on: false }] : [];
    case "part":
      return [{ type: "setParent", question: row.card, parent: null }];
    case "raised":
      return [{ type: "setRaisedBy", question: row.card, by: null }];
    default:
      return [];
  }
}

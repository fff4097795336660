import type { Command } from "#shared/model/commands.ts";
import type { CardId } from "#shared/model/ids.ts";
import type { CardKind, Point } from "#shared/model/records.ts";
import { attach, type Making } from "./attach.ts";
import type { RowRelation } from "./outline-row.ts";
import type { OutlineView, RowPlace } from "./plan-move.ts";
import { orderEdits, unitsBelow } from "./sibling-units.ts";

export type NewRow = Readonly<{ id: CardId; kind: CardKind; at: Point; relation: RowRelation }>;

/** The one command that makes a card and puts its row there. */
export function planAdd({ view, rootIds }: OutlineView, row: NewRow, to: RowPlace, make: Making): Command {
  const { id, kind, at, relation } = row;
  const { by } = make;
  const siblings = unitsBelow(view, to.under, rootIds);
  const order = orderEdits(view, siblings, relation, { id, createdAt: by.createdAt, order: null }, to.near);
  return {
    type: "batch",
    commands: [
      { type: "addCard", id, kind, text: "", at, by },
      ...attach(id, to.under, relation, make),
      ...order,
    ],
  };
}

/** What kind of card stands in that relation: questions ask on, all else is claimed. */
export function kindFor(relation: RowRelation): CardKind {
  return relation === "part" || relation === "raised" ? "question" : "claim";
}

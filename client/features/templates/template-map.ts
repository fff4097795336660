import { readOutline } from "#shared/formats/outline/index.ts";
import { withPlaces } from "#shared/layout/index.ts";
import {
  type Authorship,
  blankRecord,
  type Card,
  type ConflictId,
  type CreateId,
  type GroupId,
  type MapRecord,
  type PlainMap,
  type RecordId,
  recordsOf,
} from "#shared/model/index.ts";
import type { Translate } from "../../words/words.ts";
import { type Side, type TemplateName, templateLines, templateOutline } from "./template-outlines.ts";

/** Who makes a map of a template, when, and with which ids. */
export type Making = Readonly<{ createId: CreateId; by: Authorship }>;

/** A map to begin with: cards whose words say what belongs in their place. */
export function templateMap(name: TemplateName, t: Translate, { createId, by }: Making): PlainMap {
  const { map } = readOutline(templateOutline(name, t), { createId, now: by.createdAt, author: by.author });
  return apart(
    withPlaces(withSides({ ...map, meta: { ...map.meta, title: "" } }, name, t, { createId, by })),
  );
}

/** Regions are drawn around their cards and have a title above: each side is set down by so much. */
const regionRoomPx = 44;

function apart(map: PlainMap): PlainMap {
  const groups = recordsOf(map, "group").map(({ id }) => id);
  const positions = new Map(map.positions);
  for (const { id, group } of recordsOf(map, "card")) {
    const [x, y] = positions.get(id) ?? [0, 0];
    if (group) positions.set(id, [x, y + regionRoomPx * (1 + groups.indexOf(group))]);
  }
  return { ...map, positions };
}

/** The sides of a debate as regions, and their positions as a contradiction. */
function withSides(map: PlainMap, name: TemplateName, t: Translate, { createId, by }: Making): PlainMap {
  const lines = templateLines[name];
  const cards = recordsOf(map, "card");
  const membersOf = (side: Side): readonly Card[] => cards.filter((_, index) => lines[index]?.side === side);
  const sides = (["for", "against"] as const).map((side) => [side, membersOf(side)] as const);
  const [one, other] = sides.map(([, [position]]) => position);
  if (!one || !other) return map;
  const records = new Map<RecordId, MapRecord>(map.records);
  for (const [side, members] of sides) {
    const id = createId<GroupId>();
    const title = t(`templates.side.${side}`);
    records.set(id, blankRecord("group", id, { title, createdAt: by.createdAt }));
    for (const card of members) records.set(card.id, { ...card, group: id });
  }
  const id = createId<ConflictId>();
  const conflict = { members: [one.id, other.id], kind: "contradictory", ...by } as const;
  records.set(id, blankRecord("conflict", id, conflict));
  return { ...map, records };
}

import {
  type Argument,
  type ArgumentId,
  type Card,
  type Conflict,
  type Group,
  type GroupId,
  type PlainMap,
  type RecordId,
  recordsOf,
  resolveMap,
} from "#shared/model/index.ts";
import type { Relation } from "./relation-words.ts";
import { relationOf } from "./tones.ts";

/** A line of a drawing; `of` is the argument or conflict that it shows. */
export type Line = Readonly<{
  from: RecordId;
  to: RecordId;
  relation: Relation;
  of?: Argument | Conflict;
  /** The way from a premise to its joint, or onwards from the joint. */
  part?: "stem" | "arrow";
}>;

/** A map as boxes, joints and lines, each list in the order of age. */
export type Drawing = Readonly<{
  map: PlainMap;
  cards: readonly Card[];
  /** Arguments that need a joint. */
  joints: readonly Argument[];
  groups: readonly Group[];
  lines: readonly Line[];
  /** The group of a card, or of a joint all of whose premises are in it. */
  groupOf: (of: Card | Argument) => GroupId | null;
}>;

/**
 * What to draw of a map: what shows of it. `hasJoint` says whether an argument gets a joint of its own; one that others
 * are about gets it always. O(map).
 */
export function drawingOf(whole: PlainMap, hasJoint: (argument: Argument) => boolean): Drawing {
  const map = resolveMap(whole);
  const cards = recordsOf(map, "card");
  const all = recordsOf(map, "argument");
  const discussed = new Set<ArgumentId>(
    all.flatMap(({ target }) => (target.type === "argument" ? target.id : [])),
  );
  for (const { raisedBy } of cards) if (raisedBy?.type === "argument") discussed.add(raisedBy.id);
  const joints = all.filter((argument) => discussed.has(argument.id) || hasJoint(argument));
  const isJoint = new Set(joints.map(({ id }) => id));
  const lines: Line[] = [];
  for (const of of all) {
    const { id, premises, target } = of;
    const relation = relationOf(of);
    if (isJoint.has(id)) {
      for (const premise of premises) lines.push({ from: premise, to: id, relation, of, part: "stem" });
      lines.push({ from: id, to: target.id, relation, of, part: "arrow" });
    } else {
      for (const premise of premises) lines.push({ from: premise, to: target.id, relation, of });
    }
  }
  for (const of of recordsOf(map, "conflict")) {
    lines.push({ from: of.members[0], to: of.members[1], relation: of.kind, of });
  }
  for (const { id, answers, parent, raisedBy } of cards) {
    for (const question of answers) lines.push({ from: id, to: question, relation: "answer" });
    if (parent) lines.push({ from: id, to: parent, relation: "part" });
    if (raisedBy) lines.push({ from: id, to: raisedBy.id, relation: "raise" });
  }
  const groupOfCard = new Map(cards.map(({ id, group }) => [id, group]));
  const groupOf = (of: Card | Argument): GroupId | null => {
    if (of.type === "card") return of.group;
    const [first] = of.premises;
    const group = (first && groupOfCard.get(first)) ?? null;
    return of.premises.every((premise) => groupOfCard.get(premise) === group) ? group : null;
  };
  return { map, cards, joints, groups: recordsOf(map, "group"), lines, groupOf };
}

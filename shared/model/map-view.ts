import type { ArgumentId, CardId, RecordId } from "./ids.ts";
import type { Argument, Card, MapMeta, MapRecord, Point, RecordOf, RecordType, Ref } from "./records.ts";

/** Read access to a map, whoever holds it: a document, a plain map, or a plan in the making. */
export interface MapView {
  readonly meta: MapMeta;
  /** The record of that id, or undefined where there is none. */
  get(id: RecordId): MapRecord | undefined;
  /** Whether the id is spoken for, were it by something deleted. */
  has(id: RecordId): boolean;
  /** Every record that mentions the id: as premise, target, member, question, group, source, presentation or on a step. */
  referrersOf(id: RecordId): Iterable<MapRecord>;
  /** Where the card lies, or undefined where nobody has placed it. */
  position(id: CardId): Point | undefined;
}

/** The record of that id if it is of that type. */
export function getAs<Type extends RecordType>(
  view: Pick<MapView, "get">,
  type: Type,
  id: RecordId,
): RecordOf<Type> | undefined {
  const record = view.get(id);
  return record?.type === type ? (record as RecordOf<Type>) : undefined;
}

/** The claim or evidence of that id; questions have no truth value and stand in no argument or conflict. */
export function getStatement(view: Pick<MapView, "get">, id: CardId): Card | undefined {
  const card = getAs(view, "card", id);
  return card && card.kind !== "question" ? card : undefined;
}

/** The arguments for and against a card or a step. */
export function* argumentsTo(view: MapView, target: Ref): Iterable<Argument> {
  for (const record of view.referrersOf(target.id)) {
    if (record.type === "argument" && record.target.id === target.id) yield record;
  }
}

/** The arguments in which a card is a premise. */
export function* argumentsFrom(view: MapView, premise: CardId): Iterable<Argument> {
  for (const record of view.referrersOf(premise)) {
    if (record.type === "argument" && record.premises.includes(premise)) yield record;
  }
}

/** All ids a record mentions, its own left out; an id may come twice. */
export function mentionsOf(record: MapRecord): readonly RecordId[] {
  switch (record.type) {
    case "card": {
      const { group, parent, raisedBy, answers, citations } = record;
      if (!group && !parent && !raisedBy && citations.length === 0) return answers;
      const mentions: RecordId[] = [];
      if (group) mentions.push(group);
      if (parent) mentions.push(parent);
      if (raisedBy) mentions.push(raisedBy.id);
      for (const id of answers) mentions.push(id);
      for (const citation of citations) mentions.push(citation.source);
      return mentions;
    }
    case "argument":
      return [...record.premises, record.target.id];
    case "conflict":
      return record.members;
    case "step": {
      const { presentation, shows, fits, emphasises, poll } = record;
      const mentions: RecordId[] = [...shows, ...fits, ...emphasises];
      if (presentation) mentions.push(presentation);
      if (poll) mentions.push(poll.card);
      return mentions;
    }
    case "source":
    case "presentation":
    case "group":
      return none;
  }
}

const none: readonly never[] = [];

/** A reference to a card. */
export function cardRef(id: CardId): Ref {
  return { type: "card", id };
}

/** A reference to the step that an argument makes. */
export function argumentRef(id: ArgumentId): Ref {
  return { type: "argument", id };
}

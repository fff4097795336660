import { unreachable } from "#shared/lib/assert.ts";
import { isInsidePair, isWellFormed } from "#shared/lib/well-formed.ts";
import type { Command, CommandFault } from "./commands.ts";
import { blankCard, citationSchema, pointSchema } from "./fields.ts";
import type { CardId, RecordId } from "./ids.ts";
import { modelLimits } from "./limits.ts";
import { argumentsFrom, argumentsTo, cardRef, getAs } from "./map-view.ts";
import {
  checkExists,
  checkNewId,
  checkRoom,
  checkStatement,
  checkValues,
  fault,
  firstFault,
} from "./plan-checks.ts";
import { checkText, planSplice } from "./plan-splice.ts";
import type { PlanView } from "./plan-view.ts";
import type { Card, CardKind, Point } from "./records.ts";

type CardCommand = Extract<
  Command,
  {
    type:
      | "addCard"
      | "spliceText"
      | "setText"
      | "retypeCard"
      | "editCard"
      | "tag"
      | "moveCards"
      | "cite"
      | "uncite"
      | "answer"
      | "setParent"
      | "setRaisedBy";
  }
>;

/** Plans what is done to single cards: their text, kind, place, citations, and the questions they belong to. */
export function planCard(view: PlanView, command: CardCommand): CommandFault | undefined {
  switch (command.type) {
    case "addCard":
      return addCard(view, command);
    case "spliceText":
      return planSplice(view, { type: "card", id: command.id, field: "text" }, command);
    case "setText":
      return setText(view, command.id, command.text);
    case "retypeCard":
      return retype(view, command.id, command.kind);
    case "editCard":
      return (
        checkExists(view, "card", command.id) ??
        checkValues("card", command.id, command.values) ??
        assign(view, command.id, command.values)
      );
    case "tag":
      return tag(view, command.id, command.tag, command.on);
    case "moveCards":
      return move(view, command.to);
    case "cite": {
      const { card, citation } = command;
      const faulty = firstFault(
        checkExists(view, "card", card),
        checkExists(view, "source", citation.source),
      );
      if (faulty) return faulty;
      if (!citationSchema.safeParse(citation).success)
        return fault("bad-value", "The citation is malformed.", card);
      const full = checkRoom(view, card, "citations", citation.id);
      if (full) return full;
      view.write({ op: "include", type: "card", id: card, field: "citations", item: citation });
      return undefined;
    }
    case "uncite": {
      const missing = checkExists(view, "card", command.card);
      if (missing) return missing;
      view.write({
        op: "exclude",
        type: "card",
        id: command.card,
        field: "citations",
        key: command.citation,
      });
      return undefined;
    }
    case "answer":
      return answer(view, command.claim, command.question, command.on);
    case "setParent":
      return setParent(view, command.question, command.parent);
    case "setRaisedBy": {
      const { question, by } = command;
      const faulty = checkQuestion(view, question) ?? (by ? checkExists(view, by.type, by.id) : undefined);
      if (faulty) return faulty;
      if (by?.id === question) return fault("self-reference", "A question does not raise itself.", question);
      return assign(view, question, { raisedBy: by });
    }
    default:
      return unreachable(command);
  }
}

function addCard(view: PlanView, command: Extract<Command, { type: "addCard" }>): CommandFault | undefined {
  const { id, kind, text, at, by } = command;
  const card = blankCard(id, { kind, text, author: by.author, createdAt: by.createdAt });
  const faulty = firstFault(
    checkNewId(view, id),
    checkValues("card", id, { kind, author: by.author, createdAt: by.createdAt }),
    checkText({ type: "card", id, field: "text" }, text, text.length),
    checkPoint(id, at),
  );
  if (faulty) return faulty;
  view.write({ op: "create", record: card });
  view.write({ op: "place", id, at });
  return undefined;
}

/** Keeps what both texts begin and end with, so that others' concurrent edits there survive. */
function setText(view: PlanView, id: CardId, text: string): CommandFault | undefined {
  const card = getAs(view, "card", id);
  if (!card) return checkExists(view, "card", id);
  return planSplice(view, { type: "card", id, field: "text" }, textEdit(card.text, text));
}

/** The one edit that turns `before` into `after`, leaving their common beginning and end alone. */
export function textEdit(
  before: string,
  after: string,
): Readonly<{ index: number; remove: number; insert: string }> {
  const shorter = Math.min(before.length, after.length);
  let index = 0;
  while (index < shorter && before[index] === after[index]) index++;
  let tail = 0;
  while (tail < shorter - index && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  // Never between the halves of a surrogate pair: each half alone would be stored as a broken character.
  if (isInsidePair(before, index) || isInsidePair(after, index)) index--;
  if (isInsidePair(before, before.length - tail) || isInsidePair(after, after.length - tail)) tail--;
  return { index, remove: before.length - tail - index, insert: after.slice(index, after.length - tail) };
}

function retype(view: PlanView, id: CardId, kind: CardKind): CommandFault | undefined {
  const faulty = checkExists(view, "card", id) ?? checkValues("card", id, { kind });
  if (faulty) return faulty;
  const blocking = kind === "question" ? arguedWith(view, id) : askedWith(view, id);
  if (blocking) return blocking;
  // [I8] What only a question has goes with it; left behind, it would break a rule unseen.
  return assign(view, id, kind === "question" ? { kind } : { kind, parent: null, raisedBy: null });
}

/** [I1, I2, I7] A claim in an argument or conflict cannot become a question. */
function arguedWith(view: PlanView, id: CardId): CommandFault | undefined {
  const relations: RecordId[] = [];
  for (const argument of argumentsFrom(view, id)) relations.push(argument.id);
  for (const argument of argumentsTo(view, cardRef(id))) relations.push(argument.id);
  for (const record of view.referrersOf(id)) if (record.type === "conflict") relations.push(record.id);
  if (relations.length > 0) {
    return fault(
      "wrong-kind",
      `Card ${id} is part of an argument, so it cannot be a question.`,
      id,
      ...relations,
    );
  }
  return getAs(view, "card", id)?.answers.length
    ? fault("wrong-kind", `Card ${id} answers a question, so it cannot be one.`, id)
    : undefined;
}

/** [I8] A question with answers or sub-questions cannot become a claim. */
function askedWith(view: PlanView, id: CardId): CommandFault | undefined {
  const card = getAs(view, "card", id);
  if (card?.kind !== "question") return undefined;
  const others: RecordId[] = [];
  for (const record of view.referrersOf(id)) {
    if (record.type === "card" && (record.parent === id || record.answers.includes(id)))
      others.push(record.id);
  }
  return others.length > 0
    ? fault("wrong-kind", `Question ${id} has answers or parts, so it cannot be a claim.`, id, ...others)
    : undefined;
}

function tag(view: PlanView, id: CardId, word: string, on: boolean): CommandFault | undefined {
  const missing = checkExists(view, "card", id);
  if (missing) return missing;
  const trimmed = word.trim();
  if (trimmed === "" || trimmed.length > modelLimits.maxTagChars || !isWellFormed(trimmed)) {
    return fault("bad-value", `A tag has 1 to ${modelLimits.maxTagChars} characters.`, id);
  }
  const faulty = on ? checkRoom(view, id, "tags", trimmed) : undefined;
  if (faulty) return faulty;
  view.write(
    on
      ? { op: "include", type: "card", id, field: "tags", item: trimmed }
      : { op: "exclude", type: "card", id, field: "tags", key: trimmed },
  );
  return undefined;
}

function move(view: PlanView, to: readonly (readonly [CardId, Point])[]): CommandFault | undefined {
  for (const [id, at] of to) {
    const faulty = checkExists(view, "card", id) ?? checkPoint(id, at);
    if (faulty) return faulty;
  }
  for (const [id, at] of to) {
    const now = view.position(id);
    if (now?.[0] !== at[0] || now[1] !== at[1]) view.write({ op: "place", id, at });
  }
  return undefined;
}

function answer(view: PlanView, claim: CardId, question: CardId, on: boolean): CommandFault | undefined {
  const faulty = firstFault(
    checkStatement(view, claim),
    checkQuestion(view, question),
    on ? checkRoom(view, claim, "answers", question) : undefined,
  );
  if (faulty) return faulty;
  view.write(
    on
      ? { op: "include", type: "card", id: claim, field: "answers", item: question }
      : { op: "exclude", type: "card", id: claim, field: "answers", key: question },
  );
  return undefined;
}

function setParent(view: PlanView, question: CardId, parent: CardId | null): CommandFault | undefined {
  const faulty = firstFault(checkQuestion(view, question), parent ? checkQuestion(view, parent) : undefined);
  if (faulty) return faulty;
  const seen = new Set<CardId>();
  for (let at = parent; at && !seen.has(at); at = getAs(view, "card", at)?.parent ?? null) {
    if (at === question) return fault("cycle", `Question ${question} would be part of itself.`, question, at);
    seen.add(at);
  }
  return assign(view, question, { parent });
}

function checkQuestion(view: PlanView, id: CardId): CommandFault | undefined {
  const missing = checkExists(view, "card", id);
  if (missing) return missing;
  return getAs(view, "card", id)?.kind === "question"
    ? undefined
    : fault("wrong-kind", `${id} is not a question.`, id);
}

function checkPoint(id: CardId, at: Point): CommandFault | undefined {
  return pointSchema.safeParse(at).success
    ? undefined
    : fault("bad-value", `Card ${id} cannot lie at ${at}.`, id);
}

function assign(view: PlanView, id: CardId, values: Partial<Card>): undefined {
  view.write({ op: "assign", type: "card", id, values });
}

import { unreachable } from "#shared/lib/assert.ts";
import type { Command, CommandFault } from "./commands.ts";
import { blankRecord } from "./fields.ts";
import type { ArgumentId, CardId, RecordId } from "./ids.ts";
import { modelLimits } from "./limits.ts";
import { argumentsTo, getAs } from "./map-view.ts";
import {
  checkExists,
  checkNewId,
  checkRoom,
  checkStatement,
  checkValues,
  fault,
  firstFault,
} from "./plan-checks.ts";
import type { PlanView } from "./plan-view.ts";
import type { Argument, Ref } from "./records.ts";
import { saysTheSame } from "./repetition.ts";

type RelationCommand = Extract<
  Command,
  {
    type:
      | "connect"
      | "editArgument"
      | "retargetArgument"
      | "reverseArgument"
      | "linkPremise"
      | "orderPremise"
      | "linkArguments"
      | "unlinkPremise"
      | "contradict"
      | "editConflict";
  }
>;

/** Plans arguments and conflicts: what speaks for, against, together with and past what. */
export function planRelation(view: PlanView, command: RelationCommand): CommandFault | undefined {
  switch (command.type) {
    case "connect":
      return connect(view, command);
    case "editArgument": {
      const { id, values } = command;
      const faulty = checkExists(view, "argument", id) ?? checkValues("argument", id, values);
      if (faulty) return faulty;
      const argument = getAs(view, "argument", id);
      return (
        (argument && checkNotSaidTwice(view, { ...argument, ...values })) ??
        assign(view, "argument", id, values)
      );
    }
    case "retargetArgument":
      return retarget(view, command.id, command.target);
    case "reverseArgument":
      return reverse(view, command.id, command.toward);
    case "linkPremise":
      return linkPremise(view, command.argument, command.card);
    case "orderPremise":
      return orderPremise(view, command);
    case "linkArguments":
      return linkArguments(view, command.into, command.from);
    case "unlinkPremise":
      return unlinkPremise(view, command);
    case "contradict":
      return contradict(view, command);
    case "editConflict":
      return (
        checkExists(view, "conflict", command.id) ??
        checkValues("conflict", command.id, command.values) ??
        assign(view, "conflict", command.id, command.values)
      );
    default:
      return unreachable(command);
  }
}

function connect(view: PlanView, command: Extract<Command, { type: "connect" }>): CommandFault | undefined {
  const { id, polarity, premises, target, scheme = "none", by } = command;
  const argument = blankRecord("argument", id, { polarity, premises, target, scheme, ...by });
  const faulty = firstFault(
    checkNewId(view, id),
    premises.length === 0 ? fault("empty", "An argument needs at least one premise.", id) : undefined,
    premises.length > modelLimits.maxMembers
      ? fault("too-large", `An argument holds ${modelLimits.maxMembers} premises.`, id)
      : undefined,
    new Set(premises).size < premises.length
      ? fault("duplicate", "The premises must differ.", ...premises)
      : undefined,
    checkValues("argument", id, { polarity, target, scheme, ...by }),
    checkTarget(view, target),
    ...premises.map((premise) => checkPremise(view, premise, target)),
  );
  if (faulty) return faulty;
  const twice = checkNotSaidTwice(view, argument);
  if (twice) return twice;
  view.write({ op: "create", record: argument });
  return undefined;
}

function retarget(view: PlanView, id: ArgumentId, target: Ref): CommandFault | undefined {
  const argument = getAs(view, "argument", id);
  if (!argument) return checkExists(view, "argument", id);
  const faulty = firstFault(
    checkTarget(view, target),
    ...argument.premises.map((premise) => checkPremise(view, premise, target)),
  );
  if (faulty) return faulty;
  const seen = new Set<RecordId>();
  for (let at: Ref = target; at.type === "argument" && !seen.has(at.id); ) {
    if (at.id === id) return fault("cycle", `Argument ${id} would be about itself.`, id, target.id);
    seen.add(at.id);
    const next = getAs(view, "argument", at.id);
    if (!next) break;
    at = next.target;
  }
  return checkNotSaidTwice(view, { ...argument, target }) ?? assign(view, "argument", id, { target });
}

function reverse(view: PlanView, id: ArgumentId, toward: CardId): CommandFault | undefined {
  const argument = getAs(view, "argument", id);
  if (!argument) return checkExists(view, "argument", id);
  const { premises, target } = argument;
  if (target.type !== "card") {
    return fault("wrong-kind", `${id} is about a step: only an argument about a card can be reversed.`, id);
  }
  if (!premises.includes(toward)) return fault("missing", `${toward} is no premise of ${id}.`, toward, id);
  if (premises.includes(target.id)) {
    return fault("self-reference", `${target.id} would be a premise of ${id} twice.`, target.id, id);
  }
  const left = [...premises.filter((premise) => premise !== toward), target.id];
  const reversed: Argument = { ...argument, premises: left, target: { type: "card", id: toward } };
  const twice = checkNotSaidTwice(view, reversed);
  if (twice) return twice;
  view.write({ op: "exclude", type: "argument", id, field: "premises", key: toward });
  view.write({ op: "include", type: "argument", id, field: "premises", item: target.id });
  return assign(view, "argument", id, { target: reversed.target });
}

function linkPremise(view: PlanView, id: ArgumentId, card: CardId): CommandFault | undefined {
  const argument = getAs(view, "argument", id);
  if (!argument) return checkExists(view, "argument", id);
  const faulty = checkPremise(view, card, argument.target);
  if (faulty) return faulty;
  if (argument.premises.includes(card))
    return fault("duplicate", `${card} is a premise of ${id} already.`, card, id);
  const full = checkRoom(view, id, "premises", card);
  if (full) return full;
  view.write({ op: "include", type: "argument", id, field: "premises", item: card });
  return undefined;
}

function orderPremise(
  view: PlanView,
  { argument: id, card, before }: Extract<Command, { type: "orderPremise" }>,
): CommandFault | undefined {
  const argument = getAs(view, "argument", id);
  if (!argument) return checkExists(view, "argument", id);
  for (const premise of before === null ? [card] : [card, before]) {
    if (!argument.premises.includes(premise))
      return fault("missing", `${premise} is no premise of ${id}.`, premise, id);
  }
  const next = argument.premises[argument.premises.indexOf(card) + 1] ?? null;
  if (before === card || before === next) return undefined;
  view.write({ op: "arrange", type: "argument", id, field: "premises", key: card, before });
  return undefined;
}

function linkArguments(view: PlanView, into: ArgumentId, from: ArgumentId): CommandFault | undefined {
  const [receiver, giver] = [getAs(view, "argument", into), getAs(view, "argument", from)];
  if (!receiver) return checkExists(view, "argument", into);
  if (!giver) return checkExists(view, "argument", from);
  if (into === from) return fault("self-reference", "An argument cannot be linked with itself.", into);
  for (const premise of giver.premises) {
    if (receiver.premises.includes(premise)) continue;
    const faulty = linkPremise(view, into, premise);
    if (faulty) return faulty;
  }
  view.write({ op: "delete", type: "argument", id: from });
  return undefined;
}

function unlinkPremise(
  view: PlanView,
  command: Extract<Command, { type: "unlinkPremise" }>,
): CommandFault | undefined {
  const { argument: id, card, as, by } = command;
  const argument = getAs(view, "argument", id);
  if (!argument) return checkExists(view, "argument", id);
  if (!argument.premises.includes(card)) return fault("missing", `${card} is no premise of ${id}.`, card, id);
  if (argument.premises.length === 1) {
    if (as)
      return fault("empty", `${card} is the only premise of ${id}: it stands on its own already.`, card, id);
    view.write({ op: "delete", type: "argument", id });
    return undefined;
  }
  const left = { ...argument, premises: argument.premises.filter((premise) => premise !== card) };
  const twice = checkNotSaidTwice(view, left);
  if (twice) return twice;
  view.write({ op: "exclude", type: "argument", id, field: "premises", key: card });
  const { polarity, target } = argument;
  return as ? connect(view, { type: "connect", id: as, polarity, premises: [card], target, by }) : undefined;
}

function contradict(
  view: PlanView,
  command: Extract<Command, { type: "contradict" }>,
): CommandFault | undefined {
  const { id, members, kind, by } = command;
  const [a, b] = members;
  const faulty = firstFault(
    checkNewId(view, id),
    checkValues("conflict", id, { members, kind, ...by }),
    checkStatement(view, a),
    checkStatement(view, b),
    a === b ? fault("self-reference", "A card cannot contradict itself.", a) : undefined,
  );
  if (faulty) return faulty;
  for (const record of view.referrersOf(a)) {
    if (record.type === "conflict" && record.members.includes(b)) {
      return fault("duplicate", `${a} and ${b} contradict each other already.`, a, b, record.id);
    }
  }
  view.write({ op: "create", record: blankRecord("conflict", id, { members, kind, ...by }) });
  return undefined;
}

function checkTarget(view: PlanView, target: Ref): CommandFault | undefined {
  return target.type === "card" ? checkStatement(view, target.id) : checkExists(view, "argument", target.id);
}

function checkPremise(view: PlanView, premise: CardId, target: Ref): CommandFault | undefined {
  if (premise === target.id) {
    return fault("self-reference", `${premise} cannot be a reason for or against itself.`, premise);
  }
  return checkStatement(view, premise);
}

/** Two single-premise arguments of one polarity and scheme between the same ends say the same thing twice. */
function checkNotSaidTwice(view: PlanView, argument: Argument): CommandFault | undefined {
  for (const other of argumentsTo(view, argument.target)) {
    if (other.id !== argument.id && saysTheSame(argument, other)) {
      return fault("duplicate", "These two are connected in this way already.", other.id);
    }
  }
  return undefined;
}

function assign(
  view: PlanView,
  type: "argument" | "conflict",
  id: RecordId,
  values: Readonly<Record<string, unknown>>,
): undefined {
  view.write({ op: "assign", type, id, values });
}

import { unreachable } from "#shared/lib/assert.ts";
import { longestIncreasing } from "#shared/lib/longest-increasing.ts";
import type { Command, CommandFault } from "./commands.ts";
import type { RecordId, StepId } from "./ids.ts";
import { modelLimits } from "./limits.ts";
import { getAs } from "./map-view.ts";
import { checkExists, checkRoom, checkStatement, checkValues, fault, firstFault } from "./plan-checks.ts";
import { planSplice } from "./plan-splice.ts";
import { create, edit } from "./plan-things.ts";
import type { PlanView } from "./plan-view.ts";
import type { Step } from "./records.ts";

type StepCommand = Extract<
  Command,
  {
    type:
      | "addPresentation"
      | "editPresentation"
      | "addStep"
      | "editStep"
      | "spliceNotes"
      | "showInStep"
      | "setShows";
  }
>;

/** The fields of a step that are lists of cards and arguments. */
type StepList = "shows" | "fits" | "emphasises";

/** Plans what concerns presentations and their steps. */
export function planStep(view: PlanView, command: StepCommand): CommandFault | undefined {
  switch (command.type) {
    case "addPresentation":
      return create(view, command.presentation);
    case "editPresentation":
      return edit(view, "presentation", command.id, command.values);
    case "addStep":
      return addStep(view, command.step);
    case "editStep":
      return editStep(view, command);
    case "spliceNotes":
      return planSplice(view, { type: "step", id: command.id, field: "notes" }, command);
    case "showInStep":
      return showInStep(view, command);
    case "setShows":
      return setShows(view, command);
    default:
      return unreachable(command);
  }
}

function addStep(view: PlanView, given: Step): CommandFault | undefined {
  const step = {
    ...given,
    shows: distinct(given.shows),
    fits: distinct(given.fits),
    emphasises: distinct(given.emphasises),
  };
  return checkMentions(view, step.id, step) ?? create(view, step);
}

function editStep(
  view: PlanView,
  { id, values }: Extract<Command, { type: "editStep" }>,
): CommandFault | undefined {
  const { fits, emphasises, ...plain } = values;
  const faulty = firstFault(
    checkExists(view, "step", id),
    checkValues("step", id, plain),
    checkMentions(view, id, values),
  );
  if (faulty) return faulty;
  if (Object.keys(plain).length > 0) view.write({ op: "assign", type: "step", id, values: plain });
  if (fits) replace(view, id, "fits", fits);
  if (emphasises) replace(view, id, "emphasises", emphasises);
  return undefined;
}

/** What a step is to say of others must be there, and be what it is taken for. */
function checkMentions(view: PlanView, id: StepId, values: Partial<Step>): CommandFault | undefined {
  const { presentation, shows, fits, emphasises, poll } = values;
  return firstFault(
    presentation ? checkExists(view, "presentation", presentation) : undefined,
    shows && checkList(view, id, "shows", shows),
    fits && checkList(view, id, "fits", fits),
    emphasises && checkList(view, id, "emphasises", emphasises),
    poll ? checkStatement(view, poll.card) : undefined,
  );
}

function checkList(
  view: PlanView,
  id: StepId,
  list: StepList,
  items: readonly RecordId[],
): CommandFault | undefined {
  if (items.length > modelLimits.maxMembers)
    return fault("too-large", `"${list}" of ${id} holds ${modelLimits.maxMembers} at most.`, id);
  for (const item of items) {
    const type = view.get(item)?.type;
    if (type === "card" || (type === "argument" && list !== "fits")) continue;
    const what = list === "fits" ? "cards" : "cards and arguments";
    return fault("missing", `"${list}" of a step holds ${what}; ${item} is none.`, id, item);
  }
  return undefined;
}

/** Only what comes and what goes is written, so that what others add to the list meanwhile stays. */
function replace(view: PlanView, id: StepId, field: StepList, items: readonly RecordId[]): void {
  const wanted = new Set<RecordId>(items);
  const before = new Set<RecordId>(getAs(view, "step", id)?.[field]);
  for (const key of before) if (!wanted.has(key)) view.write({ op: "exclude", type: "step", id, field, key });
  for (const item of wanted)
    if (!before.has(item)) view.write({ op: "include", type: "step", id, field, item });
}

function showInStep(
  view: PlanView,
  { id, shows, on }: Extract<Command, { type: "showInStep" }>,
): CommandFault | undefined {
  const missing = checkExists(view, "step", id);
  if (missing) return missing;
  if (!on) {
    view.write({ op: "exclude", type: "step", id, field: "shows", key: shows });
    return undefined;
  }
  const faulty = checkList(view, id, "shows", [shows]) ?? checkRoom(view, id, "shows", shows);
  if (faulty) return faulty;
  view.write({ op: "include", type: "step", id, field: "shows", item: shows });
  return undefined;
}

function setShows(
  view: PlanView,
  { id, shows: given }: Extract<Command, { type: "setShows" }>,
): CommandFault | undefined {
  const shows = distinct(given);
  const faulty = checkExists(view, "step", id) ?? checkList(view, id, "shows", shows);
  if (faulty) return faulty;
  const before = getAs(view, "step", id)?.shows ?? [];
  const wanted = new Set<RecordId>(shows);
  for (const key of before)
    if (!wanted.has(key)) view.write({ op: "exclude", type: "step", id, field: "shows", key });
  // What keeps its order among the rest is left alone: as little as can be is written over what others do.
  const places = new Map<RecordId, number>(before.map((item, index) => [item, index]));
  const known = shows.filter((item) => places.has(item));
  const staying = new Set<RecordId>(
    longestIncreasing(known.map((item) => places.get(item) ?? 0)).flatMap((at) => known[at] ?? []),
  );
  for (let index = shows.length - 1; index >= 0; index--) {
    const [key, next = null] = [shows[index], shows[index + 1]];
    if (key !== undefined && !staying.has(key))
      view.write({ op: "arrange", type: "step", id, field: "shows", key, before: next });
  }
  return undefined;
}

function distinct<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)];
}

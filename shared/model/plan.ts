import { unreachable } from "#shared/lib/assert.ts";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { Command, CommandFault } from "./commands.ts";
import type { MapView } from "./map-view.ts";
import { planCard } from "./plan-cards.ts";
import { planInsert } from "./plan-insert.ts";
import { planRelation } from "./plan-relations.ts";
import { planRestore } from "./plan-restore.ts";
import { planStep } from "./plan-steps.ts";
import { planThing } from "./plan-things.ts";
import { PlanView } from "./plan-view.ts";
import type { Write } from "./writes.ts";

/**
 * What a command comes down to on this map, or why it cannot be: invariants I1–I8 of docs/spec/model.md hold after
 * the writes if they held before. Changes nothing. Costs what the command touches, not the map.
 */
export function plan(view: MapView, command: Command): Result<readonly Write[], CommandFault> {
  const draft = new PlanView(view);
  const fault = planInto(draft, command);
  return fault ? err(fault) : ok(draft.writes);
}

function planInto(view: PlanView, command: Command): CommandFault | undefined {
  switch (command.type) {
    case "addCard":
    case "spliceText":
    case "setText":
    case "retypeCard":
    case "editCard":
    case "tag":
    case "moveCards":
    case "cite":
    case "uncite":
    case "answer":
    case "setParent":
    case "setRaisedBy":
      return planCard(view, command);
    case "connect":
    case "editArgument":
    case "retargetArgument":
    case "reverseArgument":
    case "linkPremise":
    case "orderPremise":
    case "linkArguments":
    case "unlinkPremise":
    case "contradict":
    case "editConflict":
      return planRelation(view, command);
    case "delete":
    case "addGroup":
    case "editGroup":
    case "assignGroup":
    case "addSource":
    case "editSource":
    case "entitle":
      return planThing(view, command);
    case "addPresentation":
    case "editPresentation":
    case "addStep":
    case "editStep":
    case "spliceNotes":
    case "showInStep":
    case "setShows":
      return planStep(view, command);
    case "insert":
      return planInsert(view, command.map);
    case "restore":
      return planRestore(view, command);
    case "batch": {
      for (const part of command.commands) {
        const fault = planInto(view, part);
        if (fault) return fault;
      }
      return undefined;
    }
    default:
      return unreachable(command);
  }
}

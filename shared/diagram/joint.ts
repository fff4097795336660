import type { ArgumentId, CardId } from "#shared/model/ids.ts";
import type { Argument, Point } from "#shared/model/records.ts";
import {
  type ArgumentGeometry,
  type ArgumentTarget,
  argumentGeometry,
  restingJoint,
} from "./argument-geometry.ts";
import type { Rect } from "./rect.ts";

/** What placing an argument needs of a map; undefined stands for what is not there (any more). */
export type LinkLookup = Readonly<{
  argument: (id: ArgumentId) => Argument | undefined;
  cardBox: (id: CardId) => Rect | undefined;
}>;

/** Arguments about arguments about arguments …: beyond this, joints rest beside their premises. */
const maxChain = 16;

/**
 * The geometry of an argument of a map, or undefined while its premises or its target are missing. The cost depends on
 * its premises and on the chain of steps it argues about, never on the map, so it may be kept until one of them moves.
 */
export function geometryOf(id: ArgumentId, lookup: LinkLookup): ArgumentGeometry | undefined {
  const argument = lookup.argument(id);
  const premises = argument && premiseBoxes(argument, lookup);
  const target = argument && targetOf(argument, lookup);
  if (!premises || !target) return undefined;
  return argumentGeometry(
    premises,
    target,
    endsAtCard(argument, lookup) ? undefined : restingJoint(premises),
  );
}

/** The joint of an argument of a map; see `geometryOf`. Joints of arguments that argue about each other rest. */
export function jointOf(id: ArgumentId, lookup: LinkLookup): Point | undefined {
  const argument = lookup.argument(id);
  if (argument && !endsAtCard(argument, lookup)) {
    const premises = premiseBoxes(argument, lookup);
    return premises && restingJoint(premises);
  }
  return geometryOf(id, lookup)?.joint;
}

function targetOf(argument: Argument, lookup: LinkLookup): ArgumentTarget | undefined {
  if (argument.target.type === "argument") {
    const at = jointOf(argument.target.id, lookup);
    return at && { type: "joint", at };
  }
  const box = lookup.cardBox(argument.target.id);
  return box && { type: "card", box };
}

/** Whether the chain of targets ends, soon enough and not in a ring; so `jointOf` may follow it. */
function endsAtCard(argument: Argument, lookup: LinkLookup): boolean {
  let at: Argument | undefined = argument;
  for (let steps = 0; steps < maxChain; steps += 1) {
    if (at === undefined || at.target.type === "card") return true;
    at = lookup.argument(at.target.id);
  }
  return false;
}

function premiseBoxes(argument: Argument, lookup: LinkLookup): readonly [Rect, ...Rect[]] | undefined {
  const [first, ...others] = argument.premises.flatMap((id) => lookup.cardBox(id) ?? []);
  return first && [first, ...others];
}

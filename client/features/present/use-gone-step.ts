import { useEffect, useRef } from "react";
import type { MapView, Step, StepId } from "#shared/model/index.ts";
import { playable } from "#shared/presenting/index.ts";
import type { Stage, StagePlace } from "#shared/protocol/stage.ts";
import { useSessionStatus } from "../../session/session-context.tsx";
import { useStageTools } from "../../stage/index.ts";
import type { TalkActions } from "./use-talk-actions.ts";

/** The step that this window showed last, and where it stood among the others. */
export type SeenStep = Readonly<{ step: StepId; at: number }>;

/**
 * Where a talk goes on of which somebody has deleted the step; null where that is not known for certain. What a window
 * has never seen it may only not have heard of yet.
 */
export function placeInstead(
  view: MapView,
  steps: readonly Step[],
  { step }: StagePlace,
  seen: SeenStep | null,
): StagePlace | null {
  if (step === null || seen?.step !== step || view.get(step)) return null;
  const rest = playable(view, steps.slice(seen.at));
  const instead = rest[0] ?? playable(view, steps).at(-1);
  return instead ? { step: instead.id, beat: 0 } : null;
}

/**
 * Where somebody deletes the step that is shown, a window with the word goes on with the one that has taken its place; where
 * they delete the one at which the audience is held, it lets the audience come along.
 */
export function useGoneStep(
  stage: Stage,
  steps: readonly Step[],
  actions: Pick<TalkActions, "jump" | "letGo">,
  hasWord: boolean,
): void {
  const { session } = useStageTools();
  const { connection } = useSessionStatus();
  const seen = useRef<SeenStep | null>(null);
  // Cut off, it may show what is no longer so, and would jump as it comes back.
  const mayJump = hasWord && connection.kind === "online";
  const { place, held } = stage;
  const at = steps.findIndex(({ id }) => id === place.step);
  useEffect(() => {
    if (at >= 0 && place.step) seen.current = { step: place.step, at };
    else if (mayJump) {
      const instead = placeInstead(session.doc, steps, place, seen.current);
      if (instead) actions.jump(instead);
    }
  }, [session, steps, place, at, actions, mayJump]);
  const heldSeen = useRef<StepId | null>(null);
  useEffect(() => {
    const step = held?.step ?? null;
    if (step === null) return;
    if (steps.some(({ id }) => id === step)) heldSeen.current = step;
    else if (mayJump && heldSeen.current === step && !session.doc.get(step)) actions.letGo();
  }, [session, steps, held, actions, mayJump]);
}

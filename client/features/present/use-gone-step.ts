import { useEffect, useRef } from "react";
import type { Step } from "#shared/model/index.ts";
import { playable } from "#shared/presenting/index.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import { useStageTools } from "../../stage/index.ts";
import type { TalkActions } from "./use-talk-actions.ts";

/** Where somebody deletes the step that is shown, the talk goes on with the one that has taken its place. */
export function useGoneStep(stage: Stage, steps: readonly Step[], actions: TalkActions): void {
  const { session } = useStageTools();
  const lastAt = useRef(0);
  const at = steps.findIndex(({ id }) => id === stage.place.step);
  useEffect(() => {
    if (at >= 0) lastAt.current = at;
    else {
      const rest = playable(session.doc, steps.slice(lastAt.current));
      const step = rest[0] ?? playable(session.doc, steps).at(-1);
      if (step) actions.jump({ step: step.id, beat: 0 });
    }
  }, [session, steps, at, actions]);
}

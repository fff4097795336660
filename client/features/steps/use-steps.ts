import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from "react";
import type { Step } from "#shared/model/index.ts";
import { Arrangements } from "#shared/presenting/index.ts";
import { type CanvasTools, useCanvas } from "../../canvas/canvas-context.tsx";
import { useSession } from "../../session/session-context.tsx";
import { StepBook, type StepPages } from "../../session/step-book.ts";
import { factsOf, type Places, type StepFacts } from "../../stage/step-facts.ts";
import { StepActions } from "./step-actions.ts";

/** After edits have been quiet for this long, it is looked at again how steps turn out. */
const lookAgainMs = 250;

/** The presentations of the map, anew when one of them or of their steps changes. */
export function useStepPages(): StepPages {
  const { records } = useSession();
  const [book] = useState(() => new StepBook(records));
  useEffect(() => book.start(), [book]);
  return useSyncExternalStore(book.onChange, book.pages);
}

export function useStepActions(): StepActions {
  const tools = useCanvas();
  return useMemo(() => new StepActions(tools), [tools]);
}

/** How the steps turn out, anew when they change and after the map has. */
export function useStepFacts(steps: readonly Step[]): readonly StepFacts[] {
  const { session, scene } = useCanvas();
  const [arrangements] = useState(() => new Arrangements());
  const look = () =>
    factsOf(session.doc, steps, placesIn(scene), ({ id }) => arrangements.at(session.doc, steps, id));
  const [seen, setSeen] = useState(() => ({ steps, facts: look() }));
  const facts = useMemo(look, [session, scene, steps, arrangements]);
  const lookAgain = useEffectEvent(() => setSeen({ steps, facts: look() }));
  useEffect(() => {
    let timer = 0;
    const stop = session.records.subscribeAll(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => lookAgain(), lookAgainMs);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [session]);
  return seen.steps === steps ? seen.facts : facts;
}

export function placesIn(scene: CanvasTools["scene"]): Places {
  return {
    rectOf: (id) => scene.boundsIfShown([id]),
    cardsIn: (stretch) => scene.inView(stretch).cards,
    bounds: () => scene.bounds(),
  };
}

import type { CardKind } from "#shared/model/index.ts";
import { newCardPlace } from "../view/new-card-place.ts";
import { type MapCommand, plain } from "./map-command.ts";

function adding(kind: CardKind): MapCommand["run"] {
  return ({ actions, view, scene, at }) => actions.addCard(kind, at ?? newCardPlace(view, scene));
}

/** Cards that stand on their own. */
export const addCommands: readonly MapCommand[] = [
  {
    id: "addClaim",
    group: "add",
    keys: plain("n"),
    changes: true,
    run: adding("claim"),
  },
  {
    id: "addQuestion",
    group: "add",
    keys: plain("q"),
    changes: true,
    run: adding("question"),
  },
  {
    id: "addEvidence",
    group: "add",
    keys: plain("e"),
    changes: true,
    run: adding("evidence"),
  },
];

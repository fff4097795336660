import { getAs } from "#shared/model/index.ts";
import type { LinkIntent } from "../../state/map-ui-store.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { currentRef } from "./current.ts";
import { type MapCommand, plain } from "./map-command.ts";

/** Questions have answers where claims have reasons and objections. */
function addLinked(tools: CanvasTools, intent: LinkIntent): void {
  const from = currentRef(tools);
  if (!from) return;
  const isQuestion = from.type === "card" && getAs(tools.session.doc, "card", from.id)?.kind === "question";
  const isReason = intent === "because" || intent === "but";
  tools.actions.addLinked(from, isQuestion && isReason ? "answer" : intent);
}

function startConnecting(tools: CanvasTools, intent: LinkIntent): void {
  const from = currentRef(tools);
  if (from) tools.ui.getState().startConnecting(from, intent);
}

function isAtSomething(tools: CanvasTools): boolean {
  return currentRef(tools) !== undefined;
}

function isAtStep(tools: CanvasTools): boolean {
  return currentRef(tools)?.type === "argument";
}

function isAtQuestion(tools: CanvasTools): boolean {
  const at = currentRef(tools);
  return at?.type === "card" && getAs(tools.session.doc, "card", at.id)?.kind === "question";
}

function isAtStatementOrStep(tools: CanvasTools): boolean {
  return isAtSomething(tools) && !isAtQuestion(tools);
}

/** A new card that speaks to what the keyboard is at, or a link from there to another card. */
export const connectCommands: readonly MapCommand[] = [
  {
    id: "because",
    group: "add",
    keys: plain("s"),
    changes: true,
    isFor: isAtStatementOrStep,
    run: (tools) => addLinked(tools, "because"),
  },
  {
    id: "but",
    group: "add",
    keys: plain("o"),
    changes: true,
    isFor: isAtStatementOrStep,
    run: (tools) => addLinked(tools, "but"),
  },
  {
    id: "with",
    group: "add",
    keys: plain("w"),
    changes: true,
    isFor: isAtStep,
    run: (tools) => addLinked(tools, "with"),
  },
  {
    id: "answer",
    group: "add",
    keys: plain("a"),
    changes: true,
    isFor: isAtQuestion,
    run: (tools) => addLinked(tools, "answer"),
  },
  {
    id: "part",
    group: "add",
    keys: plain("A"),
    changes: true,
    isFor: isAtQuestion,
    run: (tools) => addLinked(tools, "part"),
  },
  {
    id: "linkBecause",
    group: "connect",
    keys: plain("l"),
    changes: true,
    isFor: isAtStatementOrStep,
    run: (tools) => startConnecting(tools, "because"),
  },
  {
    id: "linkBut",
    group: "connect",
    keys: plain("L"),
    changes: true,
    isFor: isAtStatementOrStep,
    run: (tools) => startConnecting(tools, "but"),
  },
  {
    id: "linkWith",
    group: "connect",
    changes: true,
    isFor: isAtStep,
    run: (tools) => startConnecting(tools, "with"),
  },
  {
    id: "contradict",
    group: "connect",
    keys: plain("c"),
    changes: true,
    isFor: (tools) => isAtStatementOrStep(tools) && !isAtStep(tools),
    run: (tools) => startConnecting(tools, "conflict"),
  },
];

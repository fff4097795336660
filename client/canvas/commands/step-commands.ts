import type { Polarity } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { chosenConflict, chosenPair, chosenPremise, chosenStep, linkableArguments } from "./chosen.ts";
import { type MapCommand, plain } from "./map-command.ts";

/** At a step the argument turns round to its first premise, at a premise to that one. */
function reversal(tools: CanvasTools) {
  const step = chosenStep(tools);
  const [first] = step?.premises ?? [];
  const found = step && first ? { argument: step, card: first } : chosenPremise(tools);
  return found?.argument.target.type === "card" ? found : undefined;
}

function unlink(tools: CanvasTools): void {
  const step = chosenStep(tools);
  const premise = chosenPremise(tools);
  if (step) tools.actions.steps.unlinkAll(step.id);
  else if (premise) tools.actions.steps.unlink(premise.argument.id, premise.card);
}

function chosenLinkable({ ui, session: { doc } }: CanvasTools) {
  return linkableArguments([...ui.getState().selection], doc);
}

function turned(polarity: Polarity): Polarity {
  return polarity === "support" ? "oppose" : "support";
}

/** What becomes of the step or the contradiction that the keyboard is at. */
export const stepCommands: readonly MapCommand[] = [
  {
    id: "turnStep",
    group: "connect",
    keys: plain("u"),
    changes: true,
    isFor: (tools) => chosenStep(tools) !== undefined,
    run: (tools) => {
      const step = chosenStep(tools);
      if (step) tools.actions.steps.setPolarity(step.id, turned(step.polarity));
    },
  },
  {
    id: "reverse",
    group: "connect",
    keys: plain("x"),
    changes: true,
    isFor: (tools) => reversal(tools) !== undefined,
    run: (tools) => {
      const found = reversal(tools);
      if (found) tools.actions.steps.reverse(found.argument.id, found.card);
    },
  },
  {
    id: "toConflict",
    group: "connect",
    changes: true,
    isFor: (tools) => {
      const step = chosenStep(tools);
      return step !== undefined && tools.actions.steps.canBeConflict(step);
    },
    run: (tools) => {
      const step = chosenStep(tools);
      if (step) tools.actions.steps.toConflict(step.id);
    },
  },
  ...(["support", "oppose"] as const).map(
    (polarity): MapCommand => ({
      id: polarity === "support" ? "toBecause" : "toBut",
      group: "connect",
      changes: true,
      isFor: (tools) => chosenConflict(tools) !== undefined,
      run: (tools) => {
        const conflict = chosenConflict(tools);
        if (conflict) tools.actions.steps.toArgument(conflict, polarity);
      },
    }),
  ),
  {
    id: "unlink",
    group: "connect",
    keys: plain("W"),
    changes: true,
    isFor: (tools) => {
      const argument = chosenStep(tools) ?? chosenPremise(tools)?.argument;
      return argument !== undefined && argument.premises.length > 1;
    },
    run: unlink,
  },
  {
    id: "together",
    group: "connect",
    changes: true,
    isFor: (tools) => chosenLinkable(tools) !== undefined,
    run: (tools) => {
      const [into, from] = chosenLinkable(tools) ?? [];
      if (into && from) tools.actions.steps.link(into.id, from.id);
    },
  },
  {
    id: "contradictPair",
    group: "connect",
    changes: true,
    isFor: (tools) => chosenPair(tools) !== undefined,
    run: (tools) => {
      const [a, b] = chosenPair(tools) ?? [];
      if (a && b) tools.actions.contradict(a, b);
    },
  },
  {
    id: "aboutStep",
    group: "edit",
    keys: plain("i"),
    changes: true,
    isFor: (tools) => chosenStep(tools) !== undefined || chosenConflict(tools) !== undefined,
    run: ({ ui }) => ui.getState().ask("step"),
  },
];

import type { Step } from "#shared/model/index.ts";
import { playable } from "#shared/presenting/index.ts";
import { foldText } from "../../canvas/search/folded.ts";
import { useSession } from "../../session/session-context.tsx";
import { usePresenter } from "./presenter-context.ts";
import { useStepName } from "./use-step-name.ts";

export type NamedStep = Readonly<{ step: Step; number: number; name: string }>;

/** The steps that are shown, with their numbers and names; of a number that one, of words those that have them all. */
export function useFoundSteps(wanted: string): readonly NamedStep[] {
  const { doc } = useSession();
  const { steps } = usePresenter();
  const nameOf = useStepName();
  const named = playable(doc, steps).map((step, at) => ({
    step,
    number: at + 1,
    name: nameOf(step, at + 1),
  }));
  const words = foldText(wanted).split(/\s+/u).filter(Boolean);
  const [first] = words;
  if (words.length === 1 && first && /^\d+$/u.test(first))
    return named.filter(({ number }) => number === Number(first));
  return named.filter(({ step, name }) => {
    const text = foldText(`${name} ${step.notes}`);
    return words.every((word) => text.includes(word));
  });
}

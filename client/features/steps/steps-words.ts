import { steps } from "../../words/en/steps.ts";
import { useLaterWords } from "../../words/later-words.ts";
import type { TranslateIn } from "../../words/words.ts";

export type SaySteps = TranslateIn<typeof steps>;

/** Words about presentations; they come with the code here. */
export function useStepsWords(): SaySteps {
  return useLaterWords(steps);
}

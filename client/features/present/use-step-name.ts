import { getAs, type Step } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { usePresentWords } from "./use-present-words.ts";

/** A step without a title is called by the first card that it shows, so long. */
const maxChars = 60;

/** What a step is called: its title, else what it shows first, else its number. */
export function useStepName(): (step: Step, number: number) => string {
  const tell = usePresentWords();
  const { doc } = useSession();
  return (step, number) => {
    if (step.title) return step.title;
    for (const id of step.shows) {
      const card = getAs(doc, "card", id);
      const words = card?.title || card?.text.replace(/\s+/gu, " ").trim();
      if (words) return words.length > maxChars ? `${words.slice(0, maxChars)}…` : words;
    }
    return tell("present.stepUntitled", { number });
  };
}

import { polls } from "../words/en/polls.ts";
import { useLaterWords } from "../words/later-words.ts";
import type { TranslateIn } from "../words/words.ts";

export type TellPolls = TranslateIn<typeof polls>;

/** Words about votes; they come with the code here. */
export function usePollWords(): TellPolls {
  return useLaterWords(polls);
}

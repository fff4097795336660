import { talk } from "../../words/en/talk.ts";
import { useLaterWords } from "../../words/later-words.ts";
import type { TranslateIn } from "../../words/words.ts";

export type SayTalk = TranslateIn<typeof talk>;

/** Words about comments; they come with the code here. */
export function useTalkWords(): SayTalk {
  return useLaterWords(talk);
}

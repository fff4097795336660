import { present } from "../../words/en/present.ts";
import { useLaterWords } from "../../words/later-words.ts";
import type { TranslateIn } from "../../words/words.ts";

export type TellPresent = TranslateIn<typeof present>;

export function usePresentWords(): TellPresent {
  return useLaterWords(present);
}

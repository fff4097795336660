import type { Done } from "../../api/talk-api.ts";
import { useToast } from "../../ui/toast.tsx";
import { talkProblem } from "./problem-text.ts";
import { useTalkWords } from "./talk-words.ts";

/** Waits for a call that has no field of its own, and says in passing why it did nothing; whether it did. */
export function useCall(): (done: Done) => Promise<boolean> {
  const say = useTalkWords();
  const showToast = useToast();
  return async (done) => {
    const result = await done;
    if (!result.ok) showToast({ text: talkProblem(say, result.error) });
    return result.ok;
  };
}

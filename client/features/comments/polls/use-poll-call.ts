import type { Done } from "../../../api/talk-api.ts";
import { useToast } from "../../../ui/toast.tsx";
import { talkProblem } from "../problem-text.ts";
import { useTalkWords } from "../talk-words.ts";
import { usePollWords } from "./use-poll-words.ts";

/** Waits for a call, and says in passing why it did nothing; whether it did. */
export function usePollCall(): (done: Done) => Promise<boolean> {
  const say = useTalkWords();
  const tell = usePollWords();
  const showToast = useToast();
  return async (done) => {
    const result = await done;
    if (!result.ok) {
      const isClosed = result.error.code === "conflict";
      showToast({ text: isClosed ? tell("polls.problem.closed") : talkProblem(say, result.error) });
    }
    return result.ok;
  };
}

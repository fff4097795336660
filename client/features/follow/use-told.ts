import type { ApiProblem } from "../../api/api-problem.ts";
import { useToast } from "../../ui/toast.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";

/** Says in passing why something did not reach the presenter. */
export function useTold(): (problem: ApiProblem) => void {
  const tell = useLaterWords(follow);
  const showToast = useToast();
  return ({ code }) => showToast({ text: tell(wordOf(code)) });
}

function wordOf(code: ApiProblem["code"]): Extract<keyof typeof follow, `follow.problem${string}`> {
  switch (code) {
    case "too-many-requests":
      return "follow.problem.busy";
    case "too-large":
      return "follow.problem.full";
    case "unauthenticated":
    case "wrong-secret":
    case "forbidden":
    case "deleted":
      return "follow.problem.closed";
    default:
      return "follow.problem";
  }
}

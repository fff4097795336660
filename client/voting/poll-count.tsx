import type { Poll } from "#shared/talk/index.ts";
import { Badge } from "../ui/badge.tsx";
import { usePollWords } from "./use-poll-words.ts";
import css from "./voting.module.css";

/** Whether people vote, and how many have; of how many, where the page knows. */
export function PollCount({ poll, people = null }: Readonly<{ poll: Poll; people?: number | null }>) {
  const tell = usePollWords();
  const { state, moment, kind, voted } = poll;
  const count = voted[moment];
  const isTwice = voted.after > 0 || moment === "after";
  return (
    <span className={css["facts"]}>
      <span role="status">
        <Badge tone={state === "open" ? "good" : "neutral"}>{tell(`polls.state.${state}`)}</Badge>
      </span>
      {kind === "stance" && isTwice ? <span>{tell(`polls.moment.${moment}`)}</span> : null}
      <span>
        {people === null
          ? tell("polls.voted", { count })
          : tell("polls.votedOf", { count, people: Math.max(people, count) })}
      </span>
    </span>
  );
}

import { useId, useState } from "react";
import { type Poll, type Stance, stances } from "#shared/talk/index.ts";
import type { PollsApi } from "../../../api/polls-api.ts";
import { Button } from "../../../ui/button.tsx";
import css from "./polls.module.css";
import { usePollCall } from "./use-poll-call.ts";
import { usePollWords } from "./use-poll-words.ts";

type PollBallotProps = Readonly<{
  poll: Poll;
  calls: PollsApi;
  /** What this person has said. */
  own: Stance | undefined;
  onVoted: (stance: Stance) => void;
}>;

/** What one can say. It is sent by a button: with the arrow keys one passes through every answer. */
export function PollBallot({ poll, calls, own, onVoted }: PollBallotProps) {
  const tell = usePollWords();
  const call = usePollCall();
  const [marked, setMarked] = useState<Stance>();
  const [isBusy, setBusy] = useState(false);
  const name = useId();
  const chosen = marked ?? own;

  async function vote() {
    if (chosen === undefined || isBusy) return;
    setBusy(true);
    if (await call(calls.vote(poll.id, chosen))) onVoted(chosen);
    setBusy(false);
  }

  return (
    <form
      className={css["ballot"]}
      onSubmit={(event) => {
        event.preventDefault();
        void vote();
      }}
    >
      <fieldset className={css["choices"]}>
        <legend className={css["question"]}>{tell("polls.question")}</legend>
        {stances.map((stance) => (
          <label key={stance} className={css["choice"]}>
            <input
              type="radio"
              name={name}
              value={stance}
              checked={chosen === stance}
              onChange={() => setMarked(stance)}
            />
            {tell(`polls.stance.${stance}`)}
          </label>
        ))}
      </fieldset>
      <p className={css["aside"]}>{tell("polls.hidden")}</p>
      <div>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isBusy={isBusy}
          isDisabled={chosen === undefined || (chosen === own && !isBusy)}
        >
          {tell(own === undefined ? "polls.vote" : "polls.change")}
        </Button>
      </div>
    </form>
  );
}

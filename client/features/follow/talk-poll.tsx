import { textDirection } from "#shared/diagram/index.ts";
import type { Step } from "#shared/model/index.ts";
import type { Poll } from "#shared/talk/index.ts";
import { useRecord } from "../../session/session-context.tsx";
import { Ballot, PollCount, PollResult, type Polls, useReasons } from "../../voting/index.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./follow-room.module.css";

export type TalkPollProps = Readonly<{ polls: Polls; poll: Poll; presenter: string; showsResult: boolean }>;

/** The vote that is before everybody: what is asked, one's ballot, and the result once the presenter shows it. */
export function TalkPoll({ polls, poll, presenter, showsResult }: TalkPollProps) {
  const tell = useLaterWords(follow);
  const card = useRecord("card", poll.card);
  const reasons = useReasons(poll.card);
  if (!card) return null;
  return (
    <section className={css["poll"]} aria-label={tell("follow.ballot")}>
      <p className={css["pollAsks"]}>
        {poll.state === "revealed" ? tell("follow.result") : tell("follow.voting", { name: presenter })}
      </p>
      <h2 className={css["pollCard"]} dir={textDirection(card.text)}>
        {card.text}
      </h2>
      <Ballot polls={polls} poll={poll} reasons={reasons} hasKeys />
      {poll.state === "revealed" ? null : <PollCount poll={poll} people={null} />}
      {showsResult ? <PollResult poll={poll} own={polls.own(poll)} reasons={reasons} size="phone" /> : null}
    </section>
  );
}

/** Which vote is before everybody: what the presenter shows, else the one of the step while it is open. */
export function pollNow(
  polls: Polls,
  shown: Readonly<{ id: string; showsResult: boolean }> | null,
  step: Step | undefined,
): Readonly<{ poll: Poll; showsResult: boolean }> | null {
  const poll = shown ? polls.byId(shown.id) : undefined;
  if (poll) return { poll, showsResult: shown?.showsResult ?? false };
  const ofStep = step?.poll ? polls.find(step.poll.card, step.poll.kind) : undefined;
  return ofStep?.state === "open" ? { poll: ofStep, showsResult: false } : null;
}

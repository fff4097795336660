import { useEffect, useMemo, useState } from "react";
import type { CardId } from "#shared/model/index.ts";
import { canAskForVotes, canVote, type Poll, type Stance } from "#shared/talk/index.ts";
import { createPollsApi, type PollsApi } from "../../../api/polls-api.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { useComments } from "../comments-context.tsx";
import { PollBallot } from "./poll-ballot.tsx";
import { PollControls } from "./poll-controls.tsx";
import { PollResult } from "./poll-result.tsx";
import css from "./polls.module.css";
import { usePollCall } from "./use-poll-call.ts";
import { usePollWords } from "./use-poll-words.ts";

/** The vote on one card: to be asked for, to take part in, and what came of it. */
export function PollSection({ card }: Readonly<{ card: CardId }>) {
  const tell = usePollWords();
  const { talk, role, api, isLoaded } = useComments();
  const calls = useMemo(() => createPollsApi(api.call), [api]);
  const call = usePollCall();
  const poll = talk.polls.find((known) => known.card === card);
  if (poll) return <PollView key={`${poll.id} ${poll.round}`} poll={poll} calls={calls} />;
  if (!isLoaded || !canAskForVotes(role)) return null;
  return (
    <div>
      <Button size="small" onPress={() => void call(calls.ask(card))}>
        {tell("polls.ask")}
      </Button>
    </div>
  );
}

function PollView({ poll, calls }: Readonly<{ poll: Poll; calls: PollsApi }>) {
  const tell = usePollWords();
  const { talk, role } = useComments();
  const [own, setOwn] = useState<Stance>();
  const mayVote = canVote(role, talk);
  useEffect(() => {
    if (!mayVote) return;
    let isHere = true;
    // What one says meanwhile is newer than what comes of this.
    void calls.own(poll.id).then((said) => {
      if (isHere) setOwn((known) => known ?? said);
    });
    return () => {
      isHere = false;
    };
  }, [calls, poll.id, mayVote]);

  return (
    <section className={css["poll"]} aria-label={tell("polls.label")}>
      <div className={css["facts"]}>
        <span role="status">
          <Badge tone={poll.state === "open" ? "good" : "neutral"}>{tell(`polls.state.${poll.state}`)}</Badge>
        </span>
        <span>{tell("polls.voted", { count: poll.voted })}</span>
      </div>
      {poll.state === "open" && mayVote ? (
        <PollBallot poll={poll} calls={calls} own={own} onVoted={setOwn} />
      ) : null}
      {poll.state === "revealed" ? <PollResult poll={poll} own={own} /> : null}
      {own && poll.state !== "revealed" ? (
        <p className={css["aside"]}>{tell("polls.mine", { stance: tell(`polls.stance.${own}`) })}</p>
      ) : null}
      {canAskForVotes(role) ? <PollControls poll={poll} calls={calls} /> : null}
    </section>
  );
}

import { useEffect, useMemo, useState } from "react";
import type { Result } from "#shared/lib/result.ts";
import type { CardId } from "#shared/model/index.ts";
import type { Role } from "#shared/protocol/roles.ts";
import {
  canAskForVotes,
  canVote,
  type GivenBallot,
  type Moment,
  type OwnBallot,
  type Poll,
  type PollAudience,
  type PollId,
  type PollKind,
  type PollState,
  type Talk,
} from "#shared/talk/index.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import { createPollsApi } from "../api/polls-api.ts";
import type { TalkApi } from "../api/talk-api.ts";
import { useToast } from "../ui/toast.tsx";
import { pollProblem } from "./poll-problem.ts";
import { usePollWords } from "./use-poll-words.ts";

/** What is known of what is said about the map, and the way to say something. */
type PollsSource = Readonly<{
  talk: Pick<Talk, "polls" | "viewersVote">;
  isLoaded: boolean;
  role: Role;
  call: TalkApi["call"];
}>;

/** All votes on the open map, and what this person can do about them. Calls say in passing why they did nothing. */
export type Polls = Readonly<{
  all: readonly Poll[];
  /** The vote of that kind on a card. */
  find: (card: CardId, kind: PollKind) => Poll | undefined;
  byId: (id: string) => Poll | undefined;
  /** What this person has said in the present round, as far as it is known. */
  own: (poll: Poll) => OwnBallot;
  mayVote: (poll: Poll) => boolean;
  /** Whether this person asks for votes, closes, reveals and deletes them. */
  mayAsk: boolean;
  vote: (poll: Poll, ballot: GivenBallot) => Promise<boolean>;
  ask: (card: CardId, kind: PollKind, audience: PollAudience) => Promise<PollId | undefined>;
  setState: (poll: Poll, state: PollState) => Promise<boolean>;
  setMoment: (poll: Poll, moment: Moment) => Promise<boolean>;
  setAudience: (poll: Poll, audience: PollAudience) => Promise<boolean>;
  reset: (poll: Poll) => Promise<boolean>;
  remove: (poll: Poll) => Promise<boolean>;
}>;

const nothing: OwnBallot = { before: null, after: null, impacts: null };

/** By round: what was said before a vote began anew is not said any longer. */
function keyOf({ id, round }: Readonly<{ id: string; round: number }>): string {
  return `${id} ${round}`;
}

/** The votes on the open map; once a page. */
export function usePolls({ talk, isLoaded, role, call }: PollsSource): Polls {
  const tell = usePollWords();
  const showToast = useToast();
  const api = useMemo(() => createPollsApi(call), [call]);
  const [own, setOwn] = useState<ReadonlyMap<string, OwnBallot>>(new Map());
  const { polls, viewersVote } = talk;
  // Of polls that come later this device has said nothing yet, and a hall need not ask all at once when one opens.
  const [isAsked, setAsked] = useState<boolean>();
  if (isLoaded && isAsked === undefined) setAsked(polls.length > 0);

  useEffect(() => {
    if (!isAsked) return;
    let isHere = true;
    void api.own().then((said) => {
      // What one says meanwhile is newer than what comes of this.
      if (isHere)
        setOwn((known) => new Map([...said.map((each) => [keyOf(each), each.own] as const), ...known]));
    });
    return () => {
      isHere = false;
    };
  }, [api, isAsked]);

  return useMemo(() => {
    async function done<T>(answer: Promise<Result<T, ApiProblem>>): Promise<T | undefined> {
      const result = await answer;
      if (result.ok) return result.value;
      showToast({ text: pollProblem(tell, result.error) });
      return undefined;
    }
    const isDone = async (answer: Promise<Result<null, ApiProblem>>) => (await done(answer)) !== undefined;
    const ownOf = (poll: Poll) => own.get(keyOf(poll)) ?? nothing;
    return {
      all: polls,
      find: (card, kind) => polls.find((poll) => poll.card === card && poll.kind === kind),
      byId: (id) => polls.find((poll) => poll.id === id),
      own: ownOf,
      mayVote: (poll) => canVote(role, { viewersVote }, poll),
      mayAsk: canAskForVotes(role),
      vote: async (poll, ballot) => {
        const isTaken = await isDone(api.vote(poll.id, ballot));
        if (isTaken)
          setOwn((known) =>
            new Map(known).set(keyOf(poll), withBallot(known.get(keyOf(poll)), poll, ballot)),
          );
        return isTaken;
      },
      ask: async (card, kind, audience) => (await done(api.ask(card, kind, audience)))?.id,
      setState: (poll, state) => isDone(api.setState(poll.id, state)),
      setMoment: (poll, moment) => isDone(api.change(poll.id, { moment })),
      setAudience: (poll, audience) => isDone(api.change(poll.id, { audience })),
      reset: (poll) => isDone(api.reset(poll.id, poll.round)),
      remove: (poll) => isDone(api.remove(poll.id)),
    };
  }, [api, own, polls, viewersVote, role, tell, showToast]);
}

function withBallot(known: OwnBallot | undefined, { moment }: Poll, ballot: GivenBallot): OwnBallot {
  if (ballot.kind === "impact") return { ...(known ?? nothing), impacts: ballot.impacts };
  const { stance, confidence } = ballot;
  return { ...(known ?? nothing), [ballot.moment ?? moment]: { stance, confidence } };
}

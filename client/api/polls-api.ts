import { err, ok, type Result } from "#shared/lib/result.ts";
import * as s from "#shared/lib/schema.ts";
import type {
  GivenBallot,
  ImpactBallot,
  Moment,
  OwnBallot,
  PollAudience,
  PollId,
  PollKind,
  PollState,
  StanceBallot,
} from "#shared/talk/index.ts";
import { confidences, impacts, stances } from "#shared/talk/poll.ts";
import { type ApiProblem, unreachable } from "./api-problem.ts";
import type { Done, TalkApi } from "./talk-api.ts";

/** What one has said in one round of a poll. */
type OwnVote = Readonly<{ id: string; round: number; own: OwnBallot }>;

const stanceBallot: s.Schema<StanceBallot | null> = s.withFallback(
  s.nullable(
    s.object<StanceBallot>({ stance: s.oneOf(stances), confidence: s.nullable(s.oneOf(confidences)) }),
  ),
  null,
);
const impactBallot = s.withFallback(s.nullable(s.custom<ImpactBallot>(isImpactBallot)), null);
const ownBallot = s.object<OwnBallot>({ before: stanceBallot, after: stanceBallot, impacts: impactBallot });
/** Of the answer only what one said oneself: all else comes by the wire. */
const ownVotes = s.object({
  polls: s.array(
    s.object({ id: s.string(), round: s.integer(1), own: s.withFallback(s.nullable(ownBallot), null) }),
  ),
});
const askedPoll = s.object({ id: s.string({ min: 1 }) });

const stepTo = { open: "open", closed: "close", revealed: "reveal" } as const satisfies Record<
  PollState,
  string
>;

/** Asking for votes, and voting, by the calls of `TalkApi`. None of these throws. */
export function createPollsApi(call: TalkApi["call"]) {
  async function done(...args: Parameters<typeof call>): Done {
    const response = await call(...args);
    return response.ok ? ok(null) : response;
  }

  return {
    /** The poll, were it one that was there already. */
    ask: async (
      card: string,
      kind: PollKind,
      audience: PollAudience,
    ): Promise<Result<Readonly<{ id: PollId }>, ApiProblem>> => {
      const response = await call("POST", "/polls", { card, kind, audience });
      if (!response.ok) return response;
      const read = askedPoll.safeParse(await response.value.json().catch(() => null));
      return read.success ? ok({ id: read.data.id as PollId }) : err(unreachable);
    },

    setState: (poll: PollId, state: PollState): Done => done("POST", `/polls/${poll}/${stepTo[state]}`),

    change: (poll: PollId, to: Readonly<{ moment?: Moment; audience?: PollAudience }>): Done =>
      done("PATCH", `/polls/${poll}`, to),

    /** Ends this round; one that is over stays so. */
    reset: (poll: PollId, round: number): Done => done("POST", `/polls/${poll}/reset?round=${round}`),

    remove: (poll: PollId): Done => done("DELETE", `/polls/${poll}`),

    vote: (poll: PollId, ballot: GivenBallot): Done => done("PUT", `/polls/${poll}/ballot`, bodyOf(ballot)),

    letViewersVote: (mayVote: boolean): Done => done(mayVote ? "PUT" : "DELETE", "/viewer-votes"),

    /** What one has said oneself, where it is known. */
    own: async (): Promise<readonly OwnVote[]> => {
      const response = await call("GET", "/polls");
      if (!response.ok) return [];
      const read = ownVotes.safeParse(await response.value.json().catch(() => null));
      if (!read.success) return [];
      return read.data.polls.flatMap(({ id, round, own }) => (own ? [{ id, round, own }] : []));
    },
  };
}

function bodyOf(ballot: GivenBallot): unknown {
  const round = ballot.round ?? undefined;
  if (ballot.kind === "impact") return { round, impacts: ballot.impacts };
  const { stance, confidence, moment } = ballot;
  return { round, stance, confidence: confidence ?? undefined, moment: moment ?? undefined };
}

function isImpactBallot(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((each) => impacts.some((impact) => impact === each));
}

import { ok } from "#shared/lib/result.ts";
import * as s from "#shared/lib/schema.ts";
import type { PollId, PollState, Stance } from "#shared/talk/index.ts";
import { stances } from "#shared/talk/poll.ts";
import type { Done, TalkApi } from "./talk-api.ts";

/** Of the answer only what one said oneself: all else comes by the wire. */
const ownVotes = s.object({
  polls: s.array(s.object({ id: s.string(), own: s.withFallback(s.nullable(s.oneOf(stances)), null) })),
});

const stepTo = { open: "open", closed: "close", revealed: "reveal" } as const satisfies Record<
  PollState,
  string
>;

export type PollsApi = ReturnType<typeof createPollsApi>;

/** Asking for votes, and voting, by the calls of `TalkApi`. None of these throws. */
export function createPollsApi(call: TalkApi["call"]) {
  async function done(...args: Parameters<typeof call>): Done {
    const response = await call(...args);
    return response.ok ? ok(null) : response;
  }

  return {
    ask: (card: string): Done => done("POST", "/polls", { card }),

    setState: (poll: PollId, state: PollState): Done => done("POST", `/polls/${poll}/${stepTo[state]}`),

    reset: (poll: PollId): Done => done("POST", `/polls/${poll}/reset`),

    remove: (poll: PollId): Done => done("DELETE", `/polls/${poll}`),

    vote: (poll: PollId, stance: Stance): Done => done("PUT", `/polls/${poll}/ballot`, { stance }),

    letViewersVote: (mayVote: boolean): Done => done(mayVote ? "PUT" : "DELETE", "/viewer-votes"),

    /** What one has said oneself in a poll; undefined where it is not known, or one has not. */
    own: async (poll: PollId): Promise<Stance | undefined> => {
      const response = await call("GET", "/polls");
      if (!response.ok) return undefined;
      const read = ownVotes.safeParse(await response.value.json().catch(() => null));
      return read.success ? (read.data.polls.find(({ id }) => id === poll)?.own ?? undefined) : undefined;
    },
  };
}

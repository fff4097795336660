import * as z from "zod";

/** `POST /api/maps/:id/polls`: on which card, what is asked, and who may vote. */
export type AskForVotesRequest = Readonly<{
  card: string;
  kind: "stance" | "impact";
  audience: "commenters" | "everyone";
}>;
export const askForVotesRequest: z.ZodType<AskForVotesRequest, unknown> = z.object({
  card: z.string().min(1).max(64),
  kind: z.enum(["stance", "impact"]).default("stance"),
  audience: z.enum(["commenters", "everyone"]).default("commenters"),
});

/** `PATCH /api/maps/:id/polls/:poll`: who may vote, and which moment is asked about. */
export type ChangePollRequest = Readonly<{
  audience?: "commenters" | "everyone" | undefined;
  moment?: "before" | "after" | undefined;
}>;
export const changePollRequest: z.ZodType<ChangePollRequest> = z.object({
  audience: z.enum(["commenters", "everyone"]).optional(),
  moment: z.enum(["before", "after"]).optional(),
});

const counts = z.record(z.string(), z.number());
const confidence = z.array(z.number()).readonly().nullable();

/** What came of a vote on a claim. `flow` has a row for each stance before, a column for each after, in the order of the enum. */
type StanceResultResponse = Readonly<{
  kind: "stance";
  before: Readonly<Record<string, number>> | null;
  after: Readonly<Record<string, number>> | null;
  flow: readonly (readonly number[])[] | null;
  swing: Readonly<{ points: number; verdict: string; voters: number }> | null;
  confidence: Readonly<{ before: readonly number[] | null; after: readonly number[] | null }>;
}>;
const stanceResult: z.ZodType<StanceResultResponse> = z.object({
  kind: z.literal("stance"),
  before: counts.nullable(),
  after: counts.nullable(),
  flow: z.array(z.array(z.number()).readonly()).readonly().nullable(),
  swing: z.object({ points: z.number(), verdict: z.string(), voters: z.number() }).nullable(),
  confidence: z.object({ before: confidence, after: confidence }),
});

/** How many gave each reason 0, 1, 2, 3 and 4. */
type ImpactResultResponse = Readonly<{
  kind: "impact";
  reasons: Readonly<Record<string, readonly number[]>>;
}>;
const impactResult: z.ZodType<ImpactResultResponse> = z.object({
  kind: z.literal("impact"),
  reasons: z.record(z.string(), z.array(z.number()).readonly()),
});

/** One poll, as the API tells it. `result` is there once it is revealed; in it is null what too few people said. */
export type PollResponse = Readonly<{
  id: string;
  card: string;
  kind: string;
  audience: string;
  state: string;
  moment: string;
  round: number;
  voted: Readonly<{ before: number; after: number; both: number }>;
  result: StanceResultResponse | ImpactResultResponse | null;
  createdAt: number;
}>;
const shape = {
  id: z.string(),
  card: z.string(),
  kind: z.string(),
  audience: z.string(),
  state: z.string(),
  moment: z.string(),
  round: z.number(),
  voted: z.object({ before: z.number(), after: z.number(), both: z.number() }),
  result: z.union([stanceResult, impactResult]).nullable(),
  createdAt: z.number(),
};
export const pollResponse: z.ZodType<PollResponse> = z.object(shape);

type StanceBallotResponse = Readonly<{ stance: string; confidence: number | null }> | null;
const stanceBallot: z.ZodType<StanceBallotResponse> = z
  .object({ stance: z.string(), confidence: z.number().nullable() })
  .nullable();

/** What the caller said in the present round; null where they have not voted. */
type OwnBallotResponse = Readonly<{
  before: StanceBallotResponse;
  after: StanceBallotResponse;
  impacts: Readonly<Record<string, number>> | null;
}> | null;
const ownBallot: z.ZodType<OwnBallotResponse> = z
  .object({ before: stanceBallot, after: stanceBallot, impacts: counts.nullable() })
  .nullable();

/** `GET /api/maps/:id/polls`; `own` is what the caller said in the present round. */
export type PollsResponse = Readonly<{
  polls: readonly (PollResponse & Readonly<{ own: OwnBallotResponse }>)[];
  viewersVote: boolean;
}>;
export const pollsResponse: z.ZodType<PollsResponse> = z.object({
  polls: z.array(z.object({ ...shape, own: ownBallot })),
  viewersVote: z.boolean(),
});

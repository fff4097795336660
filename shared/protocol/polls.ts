import * as z from "zod";

/** `POST /api/maps/:id/polls`: on which card. */
export type AskForVotesRequest = Readonly<{ card: string }>;
export const askForVotesRequest: z.ZodType<AskForVotesRequest> = z.object({
  card: z.string().min(1).max(64),
});

/** One poll, as the API tells it. `counts` by stance, once it is revealed and enough have voted. */
export type PollResponse = Readonly<{
  id: string;
  card: string;
  state: string;
  round: number;
  voted: number;
  counts: Readonly<Record<string, number>> | null;
  createdAt: number;
}>;
const shape = {
  id: z.string(),
  card: z.string(),
  state: z.string(),
  round: z.number(),
  voted: z.number(),
  counts: z.record(z.string(), z.number()).nullable(),
  createdAt: z.number(),
};
export const pollResponse: z.ZodType<PollResponse> = z.object(shape);

/** `GET /api/maps/:id/polls`; `own` is what the caller said in the present round. */
export type PollsResponse = Readonly<{
  polls: readonly (PollResponse & Readonly<{ own: string | null }>)[];
  viewersVote: boolean;
}>;
export const pollsResponse: z.ZodType<PollsResponse> = z.object({
  polls: z.array(z.object({ ...shape, own: z.string().nullable() })),
  viewersVote: z.boolean(),
});

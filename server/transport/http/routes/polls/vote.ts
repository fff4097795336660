import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { idPattern } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { pollResponse } from "#shared/protocol/polls.ts";
import { confidences, type GivenBallot, impacts, moments, stances } from "#shared/talk/index.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeWrite, participantHeaders, requireVoter, type TalkLimiters } from "../talk/speaker.ts";
import { granted, pollAnswer, pollOf, pollParams } from "./poll-of-path.ts";

/** A ballot that was on its way when the poll began anew belongs to what was erased. */
const round = z
  .number()
  .int()
  .min(1)
  .nullish()
  .meta({ description: "Of the poll as it was read; refused (409) where another is on by now." });
const stanceBallot = z.object({
  round,
  stance: z.enum(stances),
  confidence: z
    .literal(confidences)
    .nullish()
    .meta({ description: "From 1, guessing, to 3, very sure; left out where the stance is `no-view`." }),
  moment: z
    .enum(moments)
    .nullish()
    .meta({ description: "Refused (409) where the poll asks about the other one by now." }),
});
const impactBallot = z.object({
  round,
  impacts: z
    .record(z.string().regex(idPattern), z.literal(impacts))
    .refine((given) => hasFewReasons(given))
    .meta({ description: "By the id of each argument, from 0, none, to 4, decisive." }),
});

function hasFewReasons(given: Readonly<Record<string, number>>): boolean {
  const count = Object.keys(given).length;
  return count > 0 && count <= limits.maxReasonsPerBallot;
}

function ballotOf(given: z.infer<typeof stanceBallot> | z.infer<typeof impactBallot>): GivenBallot {
  const { round = null } = given;
  if ("impacts" in given) return { kind: "impact", round, impacts: given.impacts };
  const { stance, confidence = null, moment = null } = given;
  // Whoever has no view is not sure of it either.
  return { kind: "stance", round, stance, confidence: stance === "no-view" ? null : confidence, moment };
}

const route = createRoute({
  method: "put",
  path: "/api/maps/{id}/polls/{poll}/ballot",
  summary: "Vote, in place of what one said before; viewers may where they are let",
  request: {
    params: pollParams,
    headers: participantHeaders,
    body: {
      required: true,
      content: { "application/json": { schema: z.union([stanceBallot, impactBallot]) } },
    },
  },
  responses: {
    200: {
      description: "The poll with this vote in it; it is stored when this answer comes.",
      content: { "application/json": { schema: pollResponse } },
    },
    ...problemResponses,
  },
});

export function addVote(app: OpenAPIHono<Environment>, services: Services, limiters: TalkLimiters): void {
  app.openapi(route, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    const voter = requireVoter(c, services, map.id);
    const ballot = ballotOf(c.req.valid("json"));
    const poll = await services.polls.vote(map.id, { voter, role }, pollOf(c.req.valid("param")), ballot);
    return c.json(pollAnswer(granted(poll)), 200);
  });
}

import { z } from "@hono/zod-openapi";
import type { Result } from "#shared/lib/result.ts";
import type { PollResponse } from "#shared/protocol/polls.ts";
import { type Poll, type PollId, swingOf } from "#shared/talk/index.ts";
import type { PollFault } from "../../../../polls/index.ts";
import { ProblemError } from "../../problems.ts";
import { mapParams } from "../../schemas.ts";

export const pollParams: z.ZodObject<{ id: z.ZodString; poll: z.ZodString }> = mapParams.extend({
  poll: z.string(),
});

/** The poll of the path. */
export function pollOf(params: Readonly<{ poll: string }>): PollId {
  return params.poll as PollId;
}

/** What was asked for; throws the problem that stands in its way. */
export function granted<T>(result: Result<T, PollFault>): T {
  if (result.ok) return result.value;
  throw problemOf(result.error);
}

function problemOf(fault: PollFault): ProblemError {
  switch (fault) {
    case "no-card":
      return new ProblemError("not-found", "There is no such card on the map, or no longer.");
    case "no-poll":
      return new ProblemError("not-found", "There is no such poll on the map, or no longer.");
    case "not-allowed":
      return new ProblemError("forbidden", "Your link does not let you do this.");
    case "not-open":
      return new ProblemError("conflict", "This vote is closed. What was said before stands.");
    case "revealed":
      return new ProblemError("conflict", "The result is shown already. To vote anew, reset the poll.");
    case "has-votes":
      return new ProblemError(
        "conflict",
        "People have voted in the second moment, so the first is over. To vote anew, reset the poll.",
      );
    case "other":
      return new ProblemError("conflict", "The poll asks about something else at present. Read it again.");
    case "no-reason":
      return new ProblemError("not-found", "Not all of these are arguments for or against the card.");
    case "full":
      return new ProblemError("too-large", "There are as many votes here as there may be.");
  }
}

export function pollAnswer({ result, ...poll }: Poll): PollResponse {
  return {
    ...poll,
    result: result?.kind === "stance" ? { ...result, swing: result.flow && swingOf(result.flow) } : result,
  };
}

import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Result } from "#shared/lib/result.ts";
import { limits } from "#shared/protocol/limits.ts";
import { maxPersonNameChars } from "#shared/protocol/presence.ts";
import { type CommentResponse, participantHeader, type ThreadResponse } from "#shared/protocol/talk.ts";
import type { Comment, CommentId, ParticipantId, Speaker, Thread, ThreadId } from "#shared/talk/index.ts";
import type { Authorized } from "../../../../access/index.ts";
import { accountParticipant, deviceParticipant, type TalkFault } from "../../../../talk/index.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { personOf } from "../../person.ts";
import { ProblemError } from "../../problems.ts";
import { mapParams } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";

/** Who may write how often: of one session, and from one address. */
export type TalkLimiters = Readonly<{ byToken: RateLimiter; byAddress: RateLimiter }>;

export const threadParams: z.ZodObject<{ id: z.ZodString; thread: z.ZodString }> = mapParams.extend({
  thread: z.string(),
});

export const commentParams: z.ZodObject<{ id: z.ZodString; thread: z.ZodString; comment: z.ZodString }> =
  threadParams.extend({ comment: z.string() });

/** The header that says who a caller is, as the API describes it. */
export const participantHeaders: z.ZodObject<{
  [participantHeader]: z.ZodOptional<z.ZodString>;
}> = z.object({
  [participantHeader]: z
    .string()
    .optional()
    .meta({
      description:
        `A secret of ${limits.minParticipantSecretChars} to ${limits.maxParticipantSecretChars} characters that your ` +
        "program made up once and keeps: who sends it is the author of what was said with it. Not needed where people " +
        "sign in.",
    }),
});

/** The thread of the path. */
export function threadOf(params: Readonly<{ thread: string }>): ThreadId {
  return params.thread as ThreadId;
}

/** The comment of the path. */
export function commentOf(params: Readonly<{ comment: string }>): CommentId {
  return params.comment as CommentId;
}

/** What a caller may do, and who they are. */
export type Caller = Readonly<{ map: Authorized["map"]; speaker: Speaker & Readonly<{ name: string }> }>;

/** Counts a change of what is said, and finds out whose it is; `name` is what they call themselves. */
export async function authorizeSpeaker(
  c: Context<Environment>,
  services: Services,
  limiters: TalkLimiters,
  name = "",
): Promise<Caller> {
  const { map, role, identity } = await authorize(c, services);
  limitByAddress(c, services, limiters.byAddress, "Too much was said from here");
  if (!limiters.byToken.take(identity))
    throw new ProblemError("too-many-requests", "Too much was said at once. Try again in a minute.");
  const person = personOf(c, services);
  if (person !== undefined)
    return { map, speaker: { id: accountParticipant(map.id, person.id), role, name: person.name } };
  const id = deviceParticipant(map.id, participantSecretOf(c));
  return { map, speaker: { id, role, name: name.slice(0, maxPersonNameChars) } };
}

function participantSecretOf(c: Context<Environment>): string {
  const secret = c.req.header(participantHeader) ?? "";
  const { minParticipantSecretChars: least, maxParticipantSecretChars: most } = limits;
  if (secret.length >= least && secret.length <= most) return secret;
  throw new ProblemError(
    "bad-request",
    `Say who you are: send a secret of your own, ${least} to ${most} characters, in the header ${participantHeader}.`,
  );
}

/** What was asked for; throws the problem that stands in its way. */
export function granted<T>(result: Result<T, TalkFault>): T {
  if (result.ok) return result.value;
  throw problemOf(result.error);
}

function problemOf(fault: TalkFault): ProblemError {
  switch (fault) {
    case "no-subject":
      return new ProblemError("not-found", "There is no such card or argument on the map, or no longer.");
    case "no-thread":
      return new ProblemError("not-found", "There is no such thread, or no longer.");
    case "no-comment":
      return new ProblemError("not-found", "There is no such comment in the thread, or no longer.");
    case "not-allowed":
      return new ProblemError("forbidden", "Your link does not let you do this, or it is somebody else's.");
    case "full":
      return new ProblemError("too-large", "There are as many comments here as there may be.");
  }
}

export function commentAnswer(comment: Comment): CommentResponse {
  const given = Object.entries(comment.reactions).map(([name, by]) => [name, [...(by ?? [])]] as const);
  return { ...comment, mentions: [...comment.mentions], reactions: Object.fromEntries(given) };
}

export function threadAnswer({ comments, ...thread }: Thread): ThreadResponse {
  return { ...thread, comments: comments.map(commentAnswer) };
}

export function participantAnswer(id: ParticipantId, name: string): Readonly<{ id: string; name: string }> {
  return { id, name };
}

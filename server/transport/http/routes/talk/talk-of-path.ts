import { z } from "@hono/zod-openapi";
import type { Result } from "#shared/lib/result.ts";
import type { CommentResponse, ThreadResponse } from "#shared/protocol/talk.ts";
import type { Comment, CommentId, ParticipantId, Thread, ThreadId } from "#shared/talk/index.ts";
import type { TalkFault } from "../../../../talk/index.ts";
import { ProblemError } from "../../problems.ts";
import { mapParams } from "../../schemas.ts";

export const threadParams: z.ZodObject<{ id: z.ZodString; thread: z.ZodString }> = mapParams.extend({
  thread: z.string(),
});

export const commentParams: z.ZodObject<{ id: z.ZodString; thread: z.ZodString; comment: z.ZodString }> =
  threadParams.extend({ comment: z.string() });

/** The thread of the path. */
export function threadOf(params: Readonly<{ thread: string }>): ThreadId {
  return params.thread as ThreadId;
}

/** The comment of the path. */
export function commentOf(params: Readonly<{ comment: string }>): CommentId {
  return params.comment as CommentId;
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
      return new ProblemError("too-large", "As much is said here as may be.");
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

import * as z from "zod";
import { limits } from "./limits.ts";
import { maxPersonNameChars } from "./presence.ts";

/**
 * The header by which somebody without an account says who they are: a secret that their device made and keeps, of at
 * least 128 random bits. Whoever sends the same one again may edit what they said before.
 */
export const participantHeader = "counterpoint-participant";

/** A card, or the step of an argument. */
const ref = z.object({ type: z.enum(["card", "argument"]), id: z.string().min(1).max(64) });
const text = z.string().trim().min(1).max(limits.maxCommentChars);
/** What the person is called; where people sign in, their account says it. */
const author = z.string().trim().max(maxPersonNameChars).optional();

/** `POST /api/maps/:id/threads` */
export type StartThreadRequest = Readonly<{
  on: Readonly<{ type: "card" | "argument"; id: string }>;
  text: string;
  author?: string | undefined;
}>;
export const startThreadRequest: z.ZodType<StartThreadRequest> = z.object({ on: ref, text, author });

/** `POST /api/maps/:id/threads/:thread/comments` */
export type AddCommentRequest = Readonly<{ text: string; author?: string | undefined }>;
export const addCommentRequest: z.ZodType<AddCommentRequest> = z.object({ text, author });

/** `PATCH /api/maps/:id/threads/:thread/comments/:comment` */
export type EditCommentRequest = Readonly<{ text: string }>;
export const editCommentRequest: z.ZodType<EditCommentRequest> = z.object({ text });

/** `PUT /api/maps/:id/participant`: who the caller is on this map, and by what name others can mention them. */
export type IntroduceRequest = Readonly<{ name: string }>;
export const introduceRequest: z.ZodType<IntroduceRequest> = z.object({
  name: z.string().trim().max(maxPersonNameChars),
});
export type ParticipantResponse = Readonly<{ id: string; name: string }>;
export const participantResponse: z.ZodType<ParticipantResponse> = z.object({
  id: z.string(),
  name: z.string(),
});

/** One comment, as the API tells it. Times in milliseconds since 1970; reactions by name, with who gave them. */
export type CommentResponse = Readonly<{
  id: string;
  thread: string;
  author: string;
  name: string;
  text: string;
  mentions: readonly string[];
  createdAt: number;
  editedAt: number | null;
  isDeleted: boolean;
  reactions: Readonly<Record<string, readonly string[]>>;
}>;
export const commentResponse: z.ZodType<CommentResponse> = z.object({
  id: z.string(),
  thread: z.string(),
  author: z.string(),
  name: z.string(),
  text: z.string(),
  mentions: z.array(z.string()),
  createdAt: z.number(),
  editedAt: z.number().nullable(),
  isDeleted: z.boolean(),
  reactions: z.record(z.string(), z.array(z.string())),
});

/** One thread with its comments, the oldest first. */
export type ThreadResponse = Readonly<{
  id: string;
  on: StartThreadRequest["on"];
  createdAt: number;
  resolvedAt: number | null;
  comments: readonly CommentResponse[];
}>;
export const threadResponse: z.ZodType<ThreadResponse> = z.object({
  id: z.string(),
  on: ref,
  createdAt: z.number(),
  resolvedAt: z.number().nullable(),
  comments: z.array(commentResponse),
});

/** `GET /api/maps/:id/threads` */
export type TalkResponse = Readonly<{
  threads: readonly ThreadResponse[];
  people: readonly ParticipantResponse[];
  viewersReact: boolean;
}>;
export const talkResponse: z.ZodType<TalkResponse> = z.object({
  threads: z.array(threadResponse),
  people: z.array(participantResponse),
  viewersReact: z.boolean(),
});

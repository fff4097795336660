import type { CardId, Ref } from "#shared/model/index.ts";
import type { Poll } from "./poll.ts";

/** Quick answers to a comment; everybody may give each of them once. */
export const reactions = ["agree", "disagree", "insightful", "unclear", "thanks"] as const;
export type Reaction = (typeof reactions)[number];

declare const threadBrand: unique symbol;
declare const commentBrand: unique symbol;
declare const participantBrand: unique symbol;
export type ThreadId = string & { readonly [threadBrand]: true };
export type CommentId = string & { readonly [commentBrand]: true };
/** Somebody who takes part in a map, the same whenever they come from the same device or with the same account. */
export type ParticipantId = string & { readonly [participantBrand]: true };

/** What somebody said. Times are the server's, in milliseconds since 1970. */
export type Comment = Readonly<{
  id: CommentId;
  thread: ThreadId;
  author: ParticipantId;
  /** What the author was called when it was written. */
  name: string;
  /** Empty once it is deleted. */
  text: string;
  /** Who is named in the text by `@name`. */
  mentions: readonly ParticipantId[];
  createdAt: number;
  editedAt: number | null;
  isDeleted: boolean;
  reactions: Readonly<Partial<Record<Reaction, readonly ParticipantId[]>>>;
}>;

/** Comments on one card or step, the oldest first. It stays when what it is about is deleted. */
export type Thread = Readonly<{
  id: ThreadId;
  on: Ref;
  createdAt: number;
  resolvedAt: number | null;
  comments: readonly Comment[];
}>;

/** Somebody wants to say something, perhaps about a card. The name is what they call themselves and may be empty. */
export type Hand = Readonly<{
  participant: ParticipantId;
  name: string;
  about: CardId | null;
  raisedAt: number;
}>;

/** All that is said about a map: threads, polls and raised hands, the oldest first, and who can be mentioned. */
export type Talk = Readonly<{
  threads: readonly Thread[];
  polls: readonly Poll[];
  hands: readonly Hand[];
  people: ReadonlyMap<ParticipantId, string>;
  /** The owner lets viewers react. */
  viewersReact: boolean;
  /** The owner lets viewers vote. */
  viewersVote: boolean;
}>;

import { createContext, useContext } from "react";
import { assert } from "#shared/lib/assert.ts";
import type { Role } from "#shared/protocol/roles.ts";
import type { ParticipantId, Talk } from "#shared/talk/index.ts";
import type { TalkApi } from "../../api/talk-api.ts";
import type { CommentKeep } from "./comment-keep.ts";

/** All that is known of the comments on the open map, and the means to say something. */
export type CommentsState = Readonly<{
  talk: Talk;
  isLoaded: boolean;
  isLive: boolean;
  role: Role;
  /** Who this person is here; undefined until the server has said. */
  me: ParticipantId | undefined;
  /** By what name they speak. */
  name: string;
  api: TalkApi;
  keep: CommentKeep;
}>;

export const CommentsContext: React.Context<CommentsState | null> = createContext<CommentsState | null>(null);

export function useComments(): CommentsState {
  const comments = useContext(CommentsContext);
  assert(comments, "this component stands inside Comments");
  return comments;
}

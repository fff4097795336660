/** What people say about a map: threads of comments, reactions, mentions; how it lies in a Y.Doc, and who may do what. */
export { type MentionSpan, mentionSpans, mentionsIn } from "./mentions.ts";
export {
  canComment,
  canDeleteComment,
  canEditComment,
  canReact,
  canResolve,
  type Speaker,
} from "./rights.ts";
export {
  type Comment,
  type CommentId,
  type ParticipantId,
  type Reaction,
  reactions,
  type Talk,
  type Thread,
  type ThreadId,
} from "./talk.ts";
export { refOf, TalkDoc } from "./talk-doc.ts";

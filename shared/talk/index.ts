/** What people say about a map: threads of comments, reactions, mentions, votes; how it lies in a Y.Doc, and who may do what. */
export { type MentionSpan, mentionSpans, mentionsIn } from "./mentions.ts";
export { type Poll, type PollId, type PollState, type Stance, stances, type Tally } from "./poll.ts";
export type { PollRecord } from "./poll-records.ts";
export {
  canAskForVotes,
  canComment,
  canDeleteComment,
  canEditComment,
  canReact,
  canResolve,
  canVote,
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

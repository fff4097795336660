/** What people say about a map: threads of comments, reactions, mentions, votes; how it lies in a Y.Doc, and who may do what. */
export { type MentionSpan, mentionSpans, mentionsIn } from "./mentions.ts";
export {
  type Confidence,
  type ConfidenceTally,
  confidences,
  type Flow,
  type GivenBallot,
  type Impact,
  type ImpactBallot,
  type ImpactResult,
  type ImpactTally,
  impacts,
  type Moment,
  moments,
  type OwnBallot,
  type Poll,
  type PollAudience,
  type PollId,
  type PollKind,
  type PollResult,
  type PollState,
  type Stance,
  type StanceBallot,
  type StanceResult,
  stances,
  type Tally,
  type Voted,
} from "./poll.ts";
export type { PollRecord } from "./poll-records.ts";
export {
  baseOfImpact,
  type ImpactCount,
  impactResult,
  meanImpact,
  type StanceCount,
  type Swing,
  stanceResult,
  swingOf,
  type Verdict,
  votesIn,
} from "./poll-result.ts";
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
  type Hand,
  type ParticipantId,
  type Reaction,
  reactions,
  type Talk,
  type Thread,
  type ThreadId,
} from "./talk.ts";
export { refOf, TalkDoc } from "./talk-doc.ts";

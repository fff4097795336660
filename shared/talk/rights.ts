import { canEdit, type Role } from "#shared/protocol/roles.ts";
import type { Poll } from "./poll.ts";
import type { Comment, ParticipantId, Talk, Thread } from "./talk.ts";

/** Who wants to do something: a participant, and what their link lets them do. */
export type Speaker = Readonly<{ id: ParticipantId; role: Role }>;

/** Whether the role may say something about the map. */
export function canComment(role: Role): boolean {
  return role !== "viewer";
}

/** Whether the role may react: viewers where the owner lets them. */
export function canReact(role: Role, talk: Pick<Talk, "viewersReact">): boolean {
  return canComment(role) || talk.viewersReact;
}

/** Whether the role may vote: viewers where the owner lets them, or whoever asked wants everybody to. */
export function canVote(role: Role, talk: Pick<Talk, "viewersVote">, poll: Pick<Poll, "audience">): boolean {
  return canComment(role) || talk.viewersVote || poll.audience === "everyone";
}

/** Whether the role may ask for votes, close, reveal and delete them. */
export function canAskForVotes(role: Role): boolean {
  return canEdit(role);
}

/** Only the author edits a comment, as long as they may comment at all. */
export function canEditComment({ id, role }: Speaker, comment: Comment): boolean {
  return canComment(role) && comment.author === id && !comment.isDeleted;
}

/** The author deletes a comment, and whoever may edit the map. */
export function canDeleteComment(speaker: Speaker, comment: Comment): boolean {
  return !comment.isDeleted && (canEdit(speaker.role) || canEditComment(speaker, comment));
}

/** Whoever may edit the map says that a thread is settled, and whoever began it. */
export function canResolve({ id, role }: Speaker, { comments: [first] }: Thread): boolean {
  return canEdit(role) || (canComment(role) && first?.author === id);
}

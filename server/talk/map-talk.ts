import { nanoid } from "nanoid";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { Ref } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { type MapId, talkRoomOf } from "#shared/protocol/rooms.ts";
import {
  type Comment,
  type CommentId,
  canComment,
  canDeleteComment,
  canEditComment,
  canReact,
  canResolve,
  mentionsIn,
  type Reaction,
  type Speaker,
  type Talk,
  type TalkDoc,
  type Thread,
  type ThreadId,
} from "#shared/talk/index.ts";
import { DocumentFullError, type RoomRegistry } from "../rooms/index.ts";

/** Why something was not done: it is not there, it is not this person's to do, or there is too much already. */
export type TalkFault = "no-subject" | "no-thread" | "no-comment" | "not-allowed" | "full";

/** Somebody who says something, and by what name; an empty one is left out. */
export type NamedSpeaker = Speaker & Readonly<{ name: string }>;

/** A comment, and the thread it is in. */
export type Said = Readonly<{ thread: Thread; comment: Comment }>;

const idChars = 12;

/** What is said about maps: each change is checked here and on disk before it is answered and shown to anybody. */
export class MapTalk {
  readonly #rooms: Pick<RoomRegistry, "use">;
  readonly #now: () => number;

  constructor(rooms: Pick<RoomRegistry, "use">, now: () => number) {
    this.#rooms = rooms;
    this.#now = now;
  }

  /** All that is said about a map. */
  read(map: MapId): Promise<Talk> {
    return this.#rooms.use(talkRoomOf(map), (room) => room.readTalk((talk) => talk.read()));
  }

  /** Begins a thread on a card or a step that is there. */
  async startThread(map: MapId, by: NamedSpeaker, on: Ref, text: string): Promise<Result<Said, TalkFault>> {
    if (!canComment(by.role)) return err("not-allowed");
    const isThere = await this.#rooms.use(map, (room) => room.holds(on.type, on.id));
    if (!isThere) return err("no-subject");
    return this.#edit(map, (talk) => {
      if (talk.read().threads.length >= limits.maxThreadsPerMap) return err("full");
      const thread = newId<ThreadId>();
      talk.startThread({ id: thread, on, createdAt: this.#now() });
      return this.#say(talk, by, thread, text);
    });
  }

  /** Answers in a thread. */
  addComment(map: MapId, by: NamedSpeaker, thread: ThreadId, text: string): Promise<Result<Said, TalkFault>> {
    return this.#edit(map, (talk) => {
      const found = findThread(talk, thread);
      if (!found.ok) return found;
      if (!canComment(by.role)) return err("not-allowed");
      if (found.value.comments.length >= limits.maxCommentsPerThread) return err("full");
      return this.#say(talk, by, thread, text);
    });
  }

  editComment(
    map: MapId,
    by: Speaker,
    thread: ThreadId,
    comment: CommentId,
    text: string,
  ): Promise<Result<Said, TalkFault>> {
    return this.#edit(map, (talk) => {
      const found = findComment(talk, thread, comment);
      if (!found.ok) return found;
      if (!canEditComment(by, found.value.comment)) return err("not-allowed");
      if (found.value.comment.text === text) return found;
      talk.editComment(comment, text, mentionsIn(text, talk.read().people), this.#now());
      return findComment(talk, thread, comment);
    });
  }

  deleteComment(
    map: MapId,
    by: Speaker,
    thread: ThreadId,
    comment: CommentId,
  ): Promise<Result<void, TalkFault>> {
    return this.#edit(map, (talk) => {
      const found = findComment(talk, thread, comment);
      if (!found.ok) return found;
      if (!canDeleteComment(by, found.value.comment)) return err("not-allowed");
      talk.deleteComment(comment, this.#now());
      return ok(undefined);
    });
  }

  /** Says that a thread is settled, or that it is not. */
  setResolved(map: MapId, by: Speaker, thread: ThreadId, on: boolean): Promise<Result<Thread, TalkFault>> {
    return this.#edit(map, (talk) => {
      const found = findThread(talk, thread);
      if (!found.ok) return found;
      if (!canResolve(by, found.value)) return err("not-allowed");
      const isSettled = found.value.resolvedAt !== null;
      if (isSettled !== on) talk.resolve(thread, on ? this.#now() : null);
      return findThread(talk, thread);
    });
  }

  /** Gives a reaction, or takes one's own back. */
  react(
    map: MapId,
    by: NamedSpeaker,
    at: Readonly<{ thread: ThreadId; comment: CommentId; reaction: Reaction }>,
    on: boolean,
  ): Promise<Result<void, TalkFault>> {
    return this.#edit(map, (talk) => {
      const found = findComment(talk, at.thread, at.comment);
      if (!found.ok) return found;
      if (!canReact(by.role, talk.read()) || found.value.comment.isDeleted) return err("not-allowed");
      talk.react(at.comment, by.id, at.reaction, on);
      if (on) introduce(talk, by);
      return ok(undefined);
    });
  }

  /** Lets others mention somebody before they have said anything. Of those who may not comment nothing is kept. */
  async introduce(map: MapId, by: NamedSpeaker): Promise<void> {
    if (!canComment(by.role) || by.name === "") return;
    await this.#edit(map, (talk) => ok(introduce(talk, by)));
  }

  /** Whether those who only read may react; for the owner to say. */
  async letViewersReact(map: MapId, on: boolean): Promise<void> {
    await this.#edit(map, (talk) => ok(talk.letViewersReact(on)));
  }

  async #edit<T>(map: MapId, edit: (talk: TalkDoc) => Result<T, TalkFault>): Promise<Result<T, TalkFault>> {
    try {
      return await this.#rooms.use(talkRoomOf(map), (room) => room.editTalk(edit));
    } catch (error) {
      if (error instanceof DocumentFullError) return err("full");
      throw error;
    }
  }

  #say(talk: TalkDoc, by: NamedSpeaker, thread: ThreadId, text: string): Result<Said, TalkFault> {
    introduce(talk, by);
    const id = newId<CommentId>();
    talk.addComment({
      id,
      thread,
      author: by.id,
      name: by.name,
      text,
      mentions: mentionsIn(text, talk.read().people),
      createdAt: this.#now(),
    });
    return findComment(talk, thread, id);
  }
}

function newId<Id extends string>(): Id {
  return nanoid(idChars) as Id;
}

/** Where there are too many people already, one takes part without being listed. */
function introduce(talk: TalkDoc, { id, name }: NamedSpeaker): void {
  const { people } = talk.read();
  if (name !== "" && (people.has(id) || people.size < limits.maxTalkPeople)) talk.introduce(id, name);
}

function findThread(talk: TalkDoc, id: ThreadId): Result<Thread, TalkFault> {
  const thread = talk.read().threads.find((known) => known.id === id);
  return thread === undefined ? err("no-thread") : ok(thread);
}

function findComment(talk: TalkDoc, threadId: ThreadId, id: CommentId): Result<Said, TalkFault> {
  const thread = findThread(talk, threadId);
  if (!thread.ok) return thread;
  const comment = thread.value.comments.find((known) => known.id === id);
  return comment === undefined ? err("no-comment") : ok({ thread: thread.value, comment });
}

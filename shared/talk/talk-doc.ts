import * as Y from "yjs";
import * as s from "#shared/lib/schema.ts";
import { type ArgumentId, argumentRef, type CardId, cardRef, idPattern } from "#shared/model/index.ts";
import type { PollId } from "./poll.ts";
import { type PollRecord, PollRecords } from "./poll-records.ts";
import {
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

/** How talk lies in its document; docs/spec/talk.md gives the rules. */
const roots = {
  /** From id to a Y.Map a thread, with the keys of `storedThread`. */
  threads: "threads",
  /** From id to a Y.Map a comment, with the keys of `storedComment`. */
  comments: "comments",
  /** From `<comment> <participant> <reaction>` to 1. */
  reactions: "reactions",
  /** As `PollRecords` has it. */
  polls: "polls",
  /** From participant to `storedHand`. */
  hands: "hands",
  /** From participant to name. */
  people: "people",
  settings: "settings",
} as const;
const viewersReactKey = "viewersReact";
const viewersVoteKey = "viewersVote";

type StoredThread = Omit<Thread, "id" | "comments">;
type StoredHand = Omit<Hand, "participant">;
type StoredComment = Omit<Comment, "id" | "reactions" | "isDeleted"> & Readonly<{ deletedAt: number | null }>;
type CommentBase = Omit<Comment, "reactions">;

const idSchema = <Id extends string>(): s.Schema<Id> =>
  s.string({ holds: (value) => idPattern.test(value) }) as s.Schema<Id>;
const time = s.number(0);
const perhapsTime = s.withFallback(s.withDefault(s.nullable(time), null), null);
const storedThread: s.Schema<StoredThread> = s.object<StoredThread>({
  on: s.custom((value) => isRef(value)),
  createdAt: time,
  resolvedAt: perhapsTime,
});
const storedComment: s.Schema<StoredComment> = s.object<StoredComment>({
  thread: idSchema<ThreadId>(),
  author: idSchema<ParticipantId>(),
  name: s.withFallback(s.string(), ""),
  text: s.string(),
  mentions: s.withFallback(s.array(idSchema<ParticipantId>()), []),
  createdAt: time,
  editedAt: perhapsTime,
  deletedAt: perhapsTime,
});

const storedHand: s.Schema<StoredHand> = s.object<StoredHand>({
  name: s.withFallback(s.string(), ""),
  about: s.withFallback(s.nullable(idSchema<CardId>()), null),
  raisedAt: time,
});

/** A comment as it is written first. */
export type NewComment = Omit<StoredComment, "editedAt" | "deletedAt"> & Readonly<{ id: CommentId }>;

/**
 * What is said about a map, held in a Y.Doc of its own. The server alone writes it; readers are total all the same.
 * `read` gives the same object until something changes.
 */
export class TalkDoc {
  readonly #ydoc: Y.Doc;
  readonly #threads: Y.Map<unknown>;
  readonly #comments: Y.Map<unknown>;
  readonly #reactions: Y.Map<unknown>;
  readonly #polls: PollRecords;
  readonly #hands: Y.Map<unknown>;
  readonly #people: Y.Map<unknown>;
  readonly #settings: Y.Map<unknown>;
  readonly #listeners = new Set<() => void>();
  /** Comments that were read and have not changed since. */
  readonly #known = new Map<string, CommentBase | undefined>();
  #talk: Talk | undefined;

  constructor(ydoc: Y.Doc) {
    this.#ydoc = ydoc;
    this.#threads = ydoc.getMap(roots.threads);
    this.#comments = ydoc.getMap(roots.comments);
    this.#reactions = ydoc.getMap(roots.reactions);
    this.#polls = new PollRecords(ydoc.getMap(roots.polls));
    this.#hands = ydoc.getMap(roots.hands);
    this.#people = ydoc.getMap(roots.people);
    this.#settings = ydoc.getMap(roots.settings);
    this.#comments.observeDeep(this.#noteComments);
    ydoc.on("afterTransaction", this.#noteChange);
  }

  read(): Talk {
    this.#talk ??= this.#readAll();
    return this.#talk;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#comments.unobserveDeep(this.#noteComments);
    this.#ydoc.off("afterTransaction", this.#noteChange);
    this.#listeners.clear();
  }

  introduce(participant: ParticipantId, name: string): void {
    if (this.#people.get(participant) !== name) this.#people.set(participant, name);
  }

  startThread(thread: Pick<Thread, "id" | "on" | "createdAt">): void {
    const { id, on, createdAt } = thread;
    this.#threads.set(id, new Y.Map<unknown>(Object.entries({ on, createdAt })));
  }

  /** Says that a thread is settled; with null, that it is not. */
  resolve(thread: ThreadId, at: number | null): void {
    const stored = this.#threads.get(thread);
    if (stored instanceof Y.Map) stored.set("resolvedAt", at);
  }

  addComment({ id, ...comment }: NewComment): void {
    this.#comments.set(id, new Y.Map<unknown>(Object.entries(comment)));
  }

  editComment(comment: CommentId, text: string, mentions: readonly ParticipantId[], at: number): void {
    this.#change(comment, { text, mentions, editedAt: at });
  }

  /** Takes a comment's text away; with the last of a thread goes all of it. */
  deleteComment(comment: CommentId, at: number): void {
    const thread = this.read().threads.find(({ comments }) => comments.some(({ id }) => id === comment));
    if (thread === undefined) return;
    const isLast = thread.comments.every(({ id, isDeleted }) => isDeleted || id === comment);
    const gone = isLast ? thread.comments : thread.comments.filter(({ id }) => id === comment);
    this.#ydoc.transact(() => {
      for (const { id, reactions: given } of gone) {
        for (const reaction of reactions)
          for (const participant of given[reaction] ?? []) this.react(id, participant, reaction, false);
        if (isLast) this.#comments.delete(id);
        else this.#change(id, { text: "", mentions: [], deletedAt: at });
      }
      if (isLast) this.#threads.delete(thread.id);
    });
  }

  /** Gives a reaction, or takes it back. */
  react(comment: CommentId, participant: ParticipantId, reaction: Reaction, on: boolean): void {
    const key = `${comment} ${participant} ${reaction}`;
    if (this.#reactions.has(key) === on) return;
    if (on) this.#reactions.set(key, 1);
    else this.#reactions.delete(key);
  }

  letViewersReact(on: boolean): void {
    this.#decide(viewersReactKey, on);
  }

  letViewersVote(on: boolean): void {
    this.#decide(viewersVoteKey, on);
  }

  /** Shows a poll as its store has it, unless what is shown is newer. */
  showPoll(poll: PollRecord): void {
    this.#polls.show(poll);
  }

  removePoll(poll: PollId): void {
    this.#polls.remove(poll);
  }

  /** Raises a hand, in place of the one that the participant had up. */
  raiseHand({ participant, ...hand }: Hand): void {
    this.#hands.set(participant, hand);
  }

  lowerHand(participant: ParticipantId): void {
    if (this.#hands.has(participant)) this.#hands.delete(participant);
  }

  lowerAllHands(): void {
    this.#ydoc.transact(() => this.#hands.clear());
  }

  #decide(key: string, on: boolean): void {
    if (this.#isOn(key) !== on) this.#settings.set(key, on);
  }

  #isOn(key: string): boolean {
    return this.#settings.get(key) === true;
  }

  #change(comment: CommentId, values: Readonly<Record<string, unknown>>): void {
    const stored = this.#comments.get(comment);
    if (!(stored instanceof Y.Map)) return;
    this.#ydoc.transact(() => {
      for (const [key, value] of Object.entries(values)) {
        if (stored.get(key) !== value) stored.set(key, value);
      }
    });
  }

  readonly #noteComments = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      if (event.target === this.#comments)
        for (const key of event.changes.keys.keys()) this.#known.delete(key);
      else this.#known.delete(String(event.path[0]));
    }
  };

  readonly #noteChange = ({ changed }: Y.Transaction): void => {
    if (changed.size === 0) return;
    this.#talk = undefined;
    for (const listener of this.#listeners) listener();
  };

  #readAll(): Talk {
    const given = this.#readReactions();
    const byThread = new Map<ThreadId, Comment[]>();
    for (const key of this.#comments.keys()) {
      const base = this.#readComment(key);
      if (base === undefined) continue;
      const comments = byThread.get(base.thread) ?? [];
      comments.push({ ...base, reactions: given.get(key) ?? {} });
      byThread.set(base.thread, comments);
    }
    const threads: Thread[] = [];
    for (const [key, value] of this.#threads) {
      const read = storedThread.safeParse(plainOf(value));
      const thread = key as ThreadId;
      const comments = byThread.get(thread);
      if (read.success && comments?.some(({ isDeleted }) => !isDeleted))
        threads.push({ id: thread, ...read.data, comments: comments.sort(byAge) });
    }
    return {
      threads: threads.sort(byAge),
      polls: this.#polls.read(),
      hands: this.#readHands(),
      people: this.#readPeople(),
      viewersReact: this.#isOn(viewersReactKey),
      viewersVote: this.#isOn(viewersVoteKey),
    };
  }

  #readComment(key: string): CommentBase | undefined {
    if (this.#known.has(key)) return this.#known.get(key);
    const read = storedComment.safeParse(plainOf(this.#comments.get(key)));
    let comment: CommentBase | undefined;
    if (read.success) {
      const { deletedAt, ...rest } = read.data;
      comment = { id: key as CommentId, ...rest, isDeleted: deletedAt !== null };
    }
    this.#known.set(key, comment);
    return comment;
  }

  #readReactions(): ReadonlyMap<string, Comment["reactions"]> {
    const given = new Map<string, Partial<Record<Reaction, ParticipantId[]>>>();
    for (const key of this.#reactions.keys()) {
      const [comment = "", participant, name] = key.split(" ");
      const reaction = reactions.find((known) => known === name);
      if (participant === undefined || reaction === undefined) continue;
      const ofComment = given.get(comment) ?? {};
      ofComment[reaction] = [...(ofComment[reaction] ?? []), participant as ParticipantId];
      given.set(comment, ofComment);
    }
    return given;
  }

  #readHands(): readonly Hand[] {
    const hands: Hand[] = [];
    for (const [key, value] of this.#hands) {
      const read = storedHand.safeParse(value);
      if (read.success) hands.push({ participant: key as ParticipantId, ...read.data });
    }
    return hands.sort((a, b) => a.raisedAt - b.raisedAt || (a.participant < b.participant ? -1 : 1));
  }

  #readPeople(): Talk["people"] {
    const people = new Map<ParticipantId, string>();
    for (const [participant, name] of this.#people)
      if (typeof name === "string" && name !== "") people.set(participant as ParticipantId, name);
    return people;
  }
}

function byAge(
  a: Readonly<{ createdAt: number; id: string }>,
  b: Readonly<{ createdAt: number; id: string }>,
): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

function plainOf(stored: unknown): unknown {
  return stored instanceof Y.Map ? Object.fromEntries(stored.entries()) : undefined;
}

function isRef(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { type, id } = value as Readonly<Record<string, unknown>>;
  return (type === "card" || type === "argument") && typeof id === "string" && idPattern.test(id);
}

/** The card or step of that name. */
export function refOf(type: "card" | "argument", id: string): Thread["on"] {
  return type === "card" ? cardRef(id as CardId) : argumentRef(id as ArgumentId);
}

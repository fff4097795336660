import * as Y from "yjs";
import * as s from "#shared/lib/schema.ts";
import { type CardId, idPattern } from "#shared/model/index.ts";
import { type Poll, type PollId, pollStates, type Stance, stances, type Tally } from "./poll.ts";

/** A poll as its store had it; of two the one of the higher revision is newer. */
export type PollRecord = Poll & Readonly<{ revision: number }>;

type Stored = Omit<PollRecord, "id">;

const count = s.integer(0);
const storedPoll: s.Schema<Stored> = s.object<Stored>({
  card: s.string({ holds: (value) => idPattern.test(value) }) as s.Schema<CardId>,
  state: s.oneOf(pollStates),
  round: s.integer(1),
  voted: count,
  counts: s.withFallback(s.nullable(s.custom<Tally>(isTally)), null),
  createdAt: s.number(0),
  revision: count,
});

/**
 * Polls in a Y.Map. Several servers write there at once, and of two values under one key Yjs would keep either; so each
 * writer has a key of its own, `<poll> <writer>`, and the highest revision counts. `<poll>` alone says that it is gone:
 * what another server is still writing does not bring it back.
 */
export class PollRecords {
  readonly #root: Y.Map<unknown>;

  constructor(root: Y.Map<unknown>) {
    this.#root = root;
  }

  /** All polls, the oldest first. */
  read(): readonly Poll[] {
    const newest = new Map<PollId, PollRecord>();
    for (const [key, value] of this.#root) {
      const id = pollOf(key);
      const read = storedPoll.safeParse(value);
      if (!read.success || this.#root.has(id)) continue;
      if (read.data.revision > (newest.get(id)?.revision ?? -1)) newest.set(id, { id, ...read.data });
    }
    return [...newest.values()]
      .map(({ revision: _, ...poll }) => poll)
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  }

  /** Shows a poll as it is now, unless what is there is newer. */
  show({ id, ...poll }: PollRecord): void {
    if (this.#root.has(id)) return;
    const older: string[] = [];
    for (const [key, value] of this.#root) {
      if (pollOf(key) !== id) continue;
      const read = storedPoll.safeParse(value);
      if (read.success && read.data.revision >= poll.revision) return;
      older.push(key);
    }
    const own = `${id} ${this.#root.doc?.clientID ?? 0}`;
    this.#transact(() => {
      for (const key of older) if (key !== own) this.#root.delete(key);
      this.#root.set(own, poll);
    });
  }

  remove(id: PollId): void {
    if (this.#root.has(id)) return;
    const known = [...this.#root.keys()].filter((key) => pollOf(key) === id);
    if (known.length === 0) return;
    this.#transact(() => {
      for (const key of known) this.#root.delete(key);
      this.#root.set(id, 0);
    });
  }

  #transact(change: () => void): void {
    if (this.#root.doc) Y.transact(this.#root.doc, change);
  }
}

function pollOf(key: string): PollId {
  return key.split(" ", 1)[0] as PollId;
}

function isTally(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const counts = value as Readonly<Partial<Record<Stance, unknown>>>;
  return stances.every((stance) => Number.isSafeInteger(counts[stance]) && Number(counts[stance]) >= 0);
}

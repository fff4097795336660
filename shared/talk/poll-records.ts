import * as Y from "yjs";
import * as s from "#shared/lib/schema.ts";
import { type CardId, idPattern } from "#shared/model/index.ts";
import {
  confidences,
  impacts,
  moments,
  type Poll,
  type PollId,
  type PollResult,
  pollAudiences,
  pollKinds,
  pollStates,
  stances,
  type Tally,
  type Voted,
} from "./poll.ts";

/** A poll as its store had it; of two the one of the higher revision is newer. */
export type PollRecord = Poll & Readonly<{ revision: number }>;

type Stored = Omit<PollRecord, "id" | "voted" | "result"> &
  Readonly<{
    /** A number in documents from before there were moments. */
    voted: Voted | number;
    result: PollResult | null;
    /** Of such documents. */
    counts: Tally | null;
  }>;

const count = s.integer(0);
const storedVoted = s.object<Voted>({ before: count, after: count, both: count });
const storedPoll: s.Schema<Stored> = s.object<Stored>({
  card: s.string({ holds: (value) => idPattern.test(value) }) as s.Schema<CardId>,
  kind: s.withDefault(s.oneOf(pollKinds), "stance"),
  audience: s.withDefault(s.oneOf(pollAudiences), "commenters"),
  state: s.oneOf(pollStates),
  moment: s.withDefault(s.oneOf(moments), "before"),
  round: s.integer(1),
  voted: s.custom((value) => isCount(value) || storedVoted.safeParse(value).success),
  result: s.withFallback(s.nullable(s.custom<PollResult>(isResult)), null),
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
      if (read.data.revision > (newest.get(id)?.revision ?? -1)) newest.set(id, recordOf(id, read.data));
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

function recordOf(id: PollId, { voted, counts, result, ...poll }: Stored): PollRecord {
  if (typeof voted !== "number") return { id, ...poll, voted, result };
  const nobody = { before: null, after: null };
  return {
    ...{ id, ...poll, voted: { before: voted, after: 0, both: 0 } },
    result: counts && { kind: "stance", ...nobody, before: counts, flow: null, confidence: nobody },
  };
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTally(value: unknown): boolean {
  return isRecord(value) && stances.every((stance) => isCount(value[stance]));
}

function isCounts(value: unknown, length: number): boolean {
  return Array.isArray(value) && value.length === length && value.every(isCount);
}

function isResult(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { kind, before, after, flow, confidence, reasons } = value;
  if (kind === "impact")
    return isRecord(reasons) && Object.values(reasons).every((tally) => isCounts(tally, impacts.length));
  return (
    kind === "stance" &&
    [before, after].every((tally) => tally === null || isTally(tally)) &&
    (flow === null || isFlow(flow)) &&
    isRecord(confidence) &&
    moments.every((at) => confidence[at] === null || isCounts(confidence[at], confidences.length))
  );
}

function isFlow(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === stances.length &&
    value.every((row) => isCounts(row, stances.length))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

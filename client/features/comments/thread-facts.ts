import type { ParticipantId, Talk, Thread } from "#shared/talk/index.ts";
import type { OpenOn } from "../../session/open-talk.ts";

/** What there is to see of all threads. */
export const threadFilters = ["open", "mine", "unread", "resolved"] as const;
export type ThreadFilter = (typeof threadFilters)[number];

/** Who looks, and until when they have read a thread. */
export type Reader = Readonly<{ me: ParticipantId | undefined; readAt: (thread: Thread) => number }>;

/** Whether somebody else has said something since. Nobody knows before it is known who one is. */
export function isUnread(thread: Thread, { me, readAt }: Reader): boolean {
  if (me === undefined) return false;
  const since = readAt(thread);
  return thread.comments.some(
    ({ author, isDeleted, createdAt }) => author !== me && !isDeleted && createdAt > since,
  );
}

export function isMentioned(thread: Thread, { me }: Pick<Reader, "me">): boolean {
  return me !== undefined && thread.comments.some(({ mentions }) => mentions.includes(me));
}

/** The threads that a filter asks for, those first in which somebody said something last. */
export function filtered(
  threads: readonly Thread[],
  filter: ThreadFilter,
  reader: Reader,
): readonly Thread[] {
  return threads
    .filter((thread) => matches(thread, filter, reader))
    .toSorted((a, b) => lastAt(b) - lastAt(a));
}

/** How many threads are open on what. */
export function openCounts({ threads }: Pick<Talk, "threads">): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { on, resolvedAt } of threads)
    if (resolvedAt === null) counts.set(on.id, (counts.get(on.id) ?? 0) + 1);
  return counts;
}

/** The same, and on what people vote. */
export function openTalkIn(talk: Pick<Talk, "threads" | "polls">): ReadonlyMap<string, OpenOn> {
  const open = new Map<string, OpenOn>();
  for (const [id, threads] of openCounts(talk)) open.set(id, asOne(threads, false));
  for (const { card, state } of talk.polls)
    if (state === "open") open.set(card, asOne(open.get(card)?.threads ?? 0, true));
  return open;
}

const known = new Map<string, OpenOn>();

/** The same object for the same facts, so that one sees at once what has changed. */
function asOne(threads: number, hasPoll: boolean): OpenOn {
  const key = `${threads} ${hasPoll}`;
  const one = known.get(key) ?? { threads, hasPoll };
  known.set(key, one);
  return one;
}

/** When somebody said something last. */
export function lastAt({ createdAt, comments }: Thread): number {
  return comments.at(-1)?.createdAt ?? createdAt;
}

function matches(thread: Thread, filter: ThreadFilter, reader: Reader): boolean {
  switch (filter) {
    case "open":
      return thread.resolvedAt === null;
    case "resolved":
      return thread.resolvedAt !== null;
    case "mine":
      return isMentioned(thread, reader);
    case "unread":
      return isUnread(thread, reader);
  }
}

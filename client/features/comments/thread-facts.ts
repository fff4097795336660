import type { ParticipantId, Talk, Thread } from "#shared/talk/index.ts";

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

/** The cards on which people vote. */
export function withOpenPoll({ polls }: Pick<Talk, "polls">): ReadonlySet<string> {
  return new Set(polls.flatMap(({ card, state }) => (state === "open" ? [card] : [])));
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

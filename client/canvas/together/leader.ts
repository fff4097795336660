/** Whom each of those here follows; undefined for who is not here. */
export type FollowedBy = (clientId: number) => number | null | undefined;

/**
 * Whose view to show to `self`, who follows `followed`: where that one follows somebody in turn, the first of the chain
 * who looks with their own eyes. Null where the chain comes back to `self`: then both stand still until one moves.
 * People who follow each other in a ring lead nobody, so the one where the ring closes is followed as they are.
 */
export function leaderOf(followed: number, self: number, followedBy: FollowedBy): number | null {
  const passed = new Set<number>();
  let leader = followed;
  for (;;) {
    passed.add(leader);
    const next = followedBy(leader);
    if (next === self) return null;
    if (next === null || next === undefined || followedBy(next) === undefined) return leader;
    if (passed.has(next)) return next;
    leader = next;
  }
}

import type { Stage } from "#shared/protocol/stage.ts";

/**
 * Of what several windows say of a talk, what counts: the highest turn, then the word of the lowest client. Whoever says
 * on what counts for them comes to the same as everybody else, since the lowest client never gives way at the same turn.
 */
export function newestStage(entries: Iterable<readonly [clientId: number, stage: Stage]>): Stage | null {
  let newest: readonly [number, Stage] | null = null;
  for (const entry of entries) {
    if (newest === null || isNewer(entry, newest)) newest = entry;
  }
  return newest?.[1] ?? null;
}

function isNewer([id, stage]: readonly [number, Stage], [otherId, other]: readonly [number, Stage]): boolean {
  return stage.turn === other.turn ? id < otherId : stage.turn > other.turn;
}

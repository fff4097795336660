import { ok, type Result } from "#shared/lib/result.ts";
import { type CommandFault, type PlainMap, restorationOf, restoredMap } from "#shared/model/index.ts";
import type { ArgumentDoc } from "./argument-doc.ts";

/** What comes to light is put out of sight at once; what that uncovers has not been seen to need a third. */
const maxRounds = 4;

/**
 * Makes the map what `wanted` is; with `since`, only in so far as it has stayed as it was in `since` (see
 * `restorationOf`). Nearly always one command. A second is needed where a card that comes back brings with it an
 * argument that was hidden, and had not been there then. Returns whether anything was to be done. O(map).
 */
export function restoreMap(
  document: ArgumentDoc,
  wanted: PlainMap,
  since?: PlainMap,
): Result<boolean, CommandFault> {
  const now = document.toPlainMap();
  const command = restorationOf(now, wanted, since);
  if (command === undefined) return ok(false);
  const done = document.apply(command, "import");
  if (!done.ok) return done;
  const goal = restoredMap(now, command);
  for (let round = 1; round < maxRounds; round++) {
    const more = restorationOf(document.toPlainMap(), goal);
    if (more === undefined) break;
    const settled = document.apply(more, "import");
    if (!settled.ok) return settled;
  }
  return ok(true);
}

import type { KeyboardEvent } from "react";
import type { MapSession } from "../../session/map-session.ts";
import { commandForKey } from "./index.ts";

/**
 * Undo and redo asked for in a field in which one writes on the map: what they take back is the map's last step, not the
 * field's own. Says whether the key was one of theirs.
 */
export function undoWhileWriting(
  event: Pick<
    KeyboardEvent,
    "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "preventDefault"
  >,
  session: Pick<MapSession, "undo" | "redo">,
): boolean {
  // Ctrl and Alt together write signs and letters on many keyboards.
  const asked = event.altKey ? undefined : commandForKey(event)?.id;
  if (asked !== "undo" && asked !== "redo") return false;
  event.preventDefault();
  if (asked === "undo") session.undo();
  else session.redo();
  return true;
}

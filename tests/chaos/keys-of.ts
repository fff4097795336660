import * as Y from "yjs";
import type { StoredDocument } from "../../server/rooms/index.ts";

/** The keys that steady writers have written, as far as a store has them. */
export function keysOf(stored: StoredDocument | undefined): ReadonlySet<string> {
  const ydoc = new Y.Doc();
  if (stored?.snapshot !== undefined) Y.applyUpdate(ydoc, stored.snapshot);
  for (const { data } of stored?.tail ?? []) Y.applyUpdate(ydoc, data);
  return new Set(ydoc.getMap("probe").keys());
}

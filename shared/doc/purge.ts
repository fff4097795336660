import type * as Y from "yjs";
import { positionsRoot, recordTypes, rootNames } from "./doc-layout.ts";
import { deletedAt } from "./doc-reader.ts";

/**
 * Takes out of the document for good what was deleted before `before` (ms since 1970). Only the server calls it,
 * while nobody is connected: a peer that still holds such a record would lose an undo. Returns how many went. O(map).
 */
export function purge(ydoc: Y.Doc, before: number): number {
  let gone = 0;
  ydoc.transact(() => {
    for (const type of recordTypes) {
      const root = ydoc.getMap(rootNames[type]);
      for (const [id, record] of [...root.entries()]) {
        const time = deletedAt(record);
        if (time === undefined || time >= before) continue;
        root.delete(id);
        ydoc.getMap(positionsRoot).delete(id);
        gone++;
      }
    }
  }, "repair");
  return gone;
}

import * as Y from "yjs";
import { ArgumentDoc, seedDocument } from "#shared/doc/index.ts";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { CommandFault, PlainMap } from "#shared/model/index.ts";

/** A copy of a map to read from, or to try an edit on before it is shown to anybody. */
export type Draft = Readonly<{
  document: ArgumentDoc;
  /** What was done to the copy, as one update; nothing when nothing was done. */
  takeUpdate: () => Uint8Array | undefined;
  end: () => void;
}>;

/** Takes over `copy`, which `end` destroys. */
export function draftOf(copy: Y.Doc, now: () => number): Draft {
  const updates: Uint8Array[] = [];
  const document = new ArgumentDoc(copy, now);
  copy.on("update", (update: Uint8Array) => updates.push(update));
  return {
    document,
    takeUpdate: () => (updates.length === 0 ? undefined : Y.mergeUpdates(updates)),
    end: () => {
      document.dispose();
      copy.destroy();
    },
  };
}

/** The first record of a new map. Templates are written here, once, and never by clients, who would each write one. */
export function createDocument(map: PlainMap): Result<Uint8Array, CommandFault> {
  const ydoc = new Y.Doc();
  const seeded = seedDocument(ydoc, map);
  const record = seeded.ok ? ok(Y.encodeStateAsUpdate(ydoc)) : err(seeded.error);
  ydoc.destroy();
  return record;
}

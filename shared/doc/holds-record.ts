import * as Y from "yjs";
import type { RecordType } from "#shared/model/index.ts";
import { birthKey, rootNames } from "./doc-layout.ts";
import { isDeleted } from "./doc-reader.ts";

/** Whether a document holds a record that is not deleted; looks at that one alone. */
export function holdsRecord(ydoc: Y.Doc, type: RecordType, id: string): boolean {
  const stored = ydoc.getMap(rootNames[type]).get(id);
  return stored instanceof Y.Map && stored.has(birthKey) && !isDeleted(stored);
}

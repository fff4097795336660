import * as Y from "yjs";
import type { RecordType } from "#shared/model/index.ts";
import { birthKey, rootNames } from "./doc-layout.ts";
import { isDeleted, readRecord } from "./doc-reader.ts";

/** Whether a document holds a record that is not deleted; looks at that one alone. */
export function holdsRecord(ydoc: Y.Doc, type: RecordType, id: string): boolean {
  const stored = ydoc.getMap(rootNames[type]).get(id);
  return stored instanceof Y.Map && stored.has(birthKey) && !isDeleted(stored);
}

/** Whether a document holds an argument for or against this very card; looks at that one alone. */
export function holdsReason(ydoc: Y.Doc, argument: string, card: string): boolean {
  const { record } = readRecord("argument", argument, ydoc.getMap(rootNames.argument).get(argument));
  return record?.type === "argument" && record.target.type === "card" && record.target.id === card;
}

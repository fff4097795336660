import * as Y from "yjs";
import { ArgumentDoc, seedDocument } from "#shared/doc/index.ts";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { CommandFault, PlainMap } from "#shared/model/index.ts";
import { makeGlimpse } from "./glimpse.ts";
import { type StoredDocument, StoreError } from "./ports.ts";

/** A copy of a document to read from, or to try an edit on before it is shown to anybody. */
export type Draft<Document> = Readonly<{
  document: Document;
  /** What was done to the copy, as one update; nothing when nothing was done. */
  takeUpdate: () => Uint8Array | undefined;
  end: () => void;
}>;

/** Opens `copy` as what it holds, and takes it over: `end` destroys it. */
export function draftOf<Document extends Readonly<{ dispose: () => void }>>(
  copy: Y.Doc,
  open: (copy: Y.Doc) => Document,
): Draft<Document> {
  const updates: Uint8Array[] = [];
  const document = open(copy);
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

/** Reads from a draft, and ends it. */
export function readDraft<Document, T>(draft: Draft<Document>, read: (document: Document) => T): T {
  try {
    return read(draft.document);
  } finally {
    draft.end();
  }
}

/** Reads a map as it is stored, away from its room. */
export function readStored<T>(
  { snapshot, tail }: Pick<StoredDocument, "snapshot" | "tail">,
  now: number,
  read: (map: ArgumentDoc) => T,
): T {
  const copy = new Y.Doc();
  try {
    copy.transact(() => {
      if (snapshot !== undefined) Y.applyUpdate(copy, snapshot);
      for (const { data } of tail) Y.applyUpdate(copy, data);
    });
  } catch (cause) {
    throw new StoreError("corrupt", "What is stored of the map cannot be decoded.", cause);
  }
  return readDraft(
    draftOf(copy, () => new ArgumentDoc(copy, () => now)),
    read,
  );
}

/** Edits a copy of an encoded map, away from its room, and says what was done to it as one update. */
export function editCopy<T>(
  state: Uint8Array,
  now: number,
  edit: (map: ArgumentDoc) => T,
): Readonly<{ result: T; update: Uint8Array | undefined }> {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  const draft = draftOf(copy, () => new ArgumentDoc(copy, () => now));
  try {
    return { result: edit(draft.document), update: draft.takeUpdate() };
  } finally {
    draft.end();
  }
}

/** A new map as it is stored: its first record, and the glimpse of a large one. */
export type NewDocument = Readonly<{ record: Uint8Array; glimpse: Uint8Array | undefined }>;

/** Makes a new map. Templates are written here, once, and never by clients, who would each write one. */
export function createDocument(map: PlainMap): Result<NewDocument, CommandFault> {
  const ydoc = new Y.Doc();
  const seeded = seedDocument(ydoc, map);
  const made = seeded.ok
    ? ok({ record: Y.encodeStateAsUpdate(ydoc), glimpse: makeGlimpse(ydoc) })
    : err(seeded.error);
  ydoc.destroy();
  return made;
}

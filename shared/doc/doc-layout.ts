import type { RecordType } from "#shared/model/index.ts";

/** How a map lies in a Y.Doc; docs/spec/doc.md gives the rules. The only place that knows these names. */

/** The root that holds each type of record: a Y.Map from id to one Y.Map a record. */
export const rootNames: Readonly<Record<RecordType, string>> = {
  card: "cards",
  argument: "arguments",
  conflict: "conflicts",
  source: "sources",
  step: "steps",
  group: "groups",
};

export const recordTypes: readonly RecordType[] = Object.keys(rootNames) as readonly RecordType[];

/** A Y.Map from card id to one `[x, y]`: two keys would keep megabytes of history under drags. */
export const positionsRoot = "positions";

/** A Y.Map with the keys below. */
export const metaRoot = "meta";
export const metaKeys = { title: "title", createdAt: "createdAt", schemaVersion: "schemaVersion" } as const;

/**
 * Written once, when a record is made, and taken away by undoing that: a record without it is not there. So undo of
 * an addition keeps what others wrote into the record meanwhile, and redo brings all of it back.
 */
export const birthKey = "createdAt";

/** Milliseconds since 1970 at which the record was deleted. It stays in the document until the server purges it. */
export const deletedKey = "deletedAt";

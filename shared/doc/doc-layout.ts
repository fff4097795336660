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
  presentation: "presentations",
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

/**
 * A record is deleted while it has any key that begins so; the rest names the replica that deleted it, the value is
 * milliseconds since 1970. One key for each, so that undo of one deletion leaves another's standing. The record stays
 * in the document until the server purges it.
 */
const deletedPrefix = "deletedAt:";

/** The key by which the replica with this Yjs client id deletes. */
export function deletedKey(clientId: number): string {
  return `${deletedPrefix}${clientId}`;
}

/** Whether a record's key says that it is deleted. */
export function isDeletedKey(key: string): boolean {
  return key.startsWith(deletedPrefix);
}

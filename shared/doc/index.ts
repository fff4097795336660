/** A map held in a Y.Doc. The only folder that knows how it lies there; rules in docs/spec/doc.md. */
export { ArgumentDoc, type DocChange } from "./argument-doc.ts";
export { holdsReason, holdsRecord } from "./holds-record.ts";
export { isFromTheFuture, migrate, schemaVersionOf } from "./migrations.ts";
export type { LocalOrigin, Origin } from "./origin.ts";
export { purge } from "./purge.ts";
export { readCorner } from "./read-corner.ts";
export { restoreMap } from "./restore-map.ts";
export { seedDocument } from "./seed.ts";
export type { TextEdit } from "./text-watch.ts";
export { trim } from "./trim.ts";
export { UndoHistory, type ViewKeeper } from "./undo-history.ts";

import type { ArgumentDoc } from "#shared/doc/index.ts";
import type { JoinableHistory } from "#shared/doc/joined-step.ts";
import type { MapSession } from "./map-session.ts";
import type { PresenceStore } from "./presence.ts";
import type { RecordStore } from "./record-store.ts";

/** What others see of a class, so that something else may stand in its place. */
type Face<Class> = Pick<Class, keyof Class>;

/** The document of an open map as the pages use it. */
export type OpenDoc = Face<ArgumentDoc>;

/** The records of an open map, and how to hear of their changes. */
export type OpenRecords = Omit<Face<RecordStore>, "doc" | "dispose"> & Readonly<{ doc: OpenDoc }>;

/** Who else is at an open map, and what they are told of oneself. */
export type OpenPresence = Omit<Face<PresenceStore>, "introduce" | "dispose">;

/** An open map as canvas and pages use it, whether or not there is a wire behind it. */
export type OpenSession = Omit<
  Face<MapSession>,
  "doc" | "records" | "presence" | "history" | "introduce" | "dispose"
> &
  Readonly<{
    doc: OpenDoc;
    records: OpenRecords;
    presence: OpenPresence;
    /** What undo and redo would do; they are asked for by the session's own `undo` and `redo`. */
    history: Pick<MapSession["history"], "canUndo" | "canRedo" | "onChange"> & JoinableHistory;
  }>;

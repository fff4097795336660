import type { ReactNode } from "react";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { KeptView, MapSession, SessionStatus } from "../../client/session/map-session.ts";
import { OpenTalk } from "../../client/session/open-talk.ts";
import { PresenceStore } from "../../client/session/presence.ts";
import { RecordStore } from "../../client/session/record-store.ts";
import { SessionProvider } from "../../client/session/session-context.tsx";
import { ArgumentDoc, seedDocument, UndoHistory } from "../../shared/doc/index.ts";
import { assert } from "../../shared/lib/assert.ts";
import { err, type Result } from "../../shared/lib/result.ts";
import {
  type Command,
  type CommandFault,
  createIdSource,
  emptyMap,
  type MapRecord,
} from "../../shared/model/index.ts";
import type { Role } from "../../shared/protocol/roles.ts";

type FakeSession = Pick<
  MapSession,
  | "mapId"
  | "role"
  | "doc"
  | "records"
  | "history"
  | "presence"
  | "openTalk"
  | "createId"
  | "status"
  | "onStatus"
  | "apply"
  | "undo"
  | "redo"
  | "by"
>;

/** The time at which everything in these sessions happens. */
const now = 1_700_000_000_000;

/**
 * A session without wire or storage around a real document: what components read, write and undo is the
 * product's own. `others` is what somebody else does on another replica; it arrives as a remote change.
 */
export function createClientSession(
  records: readonly MapRecord[] = [],
  { canEdit = true, role = "editor" }: Readonly<{ canEdit?: boolean; role?: Role }> = {},
) {
  const ydoc = new Y.Doc();
  const map = { ...emptyMap({ title: "", createdAt: now }), records: new Map(records.map((r) => [r.id, r])) };
  assert(seedDocument(ydoc, map).ok, "the records of the test fit together");
  const doc = new ArgumentDoc(ydoc, () => now);
  let status: SessionStatus = {
    isLoaded: true,
    connection: { kind: "online" },
    save: "saved",
    canEdit,
    copy: "keeping",
    isFromTheFuture: false,
  };
  const listeners = new Set<() => void>();
  let made = 0;
  const fake: FakeSession = {
    mapId: "parks-000001",
    role,
    doc,
    records: new RecordStore(doc),
    history: new UndoHistory<KeptView>(ydoc, doc, { capture: () => [], restore: () => undefined }),
    presence: new PresenceStore(new Awareness(ydoc), { name: "Ada", color: "#2a6cb8" }),
    openTalk: new OpenTalk(),
    createId: createIdSource(() => `made-${++made}`),
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: (command, origin = "user"): Result<void, CommandFault> =>
      status.canEdit
        ? doc.apply(command, origin)
        : err({ code: "read-only", message: "This map cannot be changed here and now.", ids: [] }),
    undo: () => fake.history.undo(),
    redo: () => fake.history.redo(),
    by: () => ({ author: "Ada", createdAt: now }),
  };
  return {
    doc,
    history: fake.history,
    session: fake as unknown as MapSession,
    setStatus: (change: Partial<SessionStatus>) => {
      status = { ...status, ...change };
      for (const listener of listeners) listener();
    },
    others: (command: Command) => {
      const replica = new Y.Doc();
      Y.applyUpdate(replica, Y.encodeStateAsUpdate(ydoc));
      const theirs = new ArgumentDoc(replica, () => now);
      assert(theirs.apply(command, "user").ok, `others can ${command.type}`);
      Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(replica), "network");
      theirs.dispose();
      replica.destroy();
    },
  };
}

/** Puts the session around what is tested. */
export function withSession({ session }: Readonly<{ session: MapSession }>, content: ReactNode): ReactNode {
  return <SessionProvider session={session}>{content}</SessionProvider>;
}

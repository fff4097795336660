import { err, type Result } from "#shared/lib/result.ts";
import { type CommandFault, createIdSource, type PlainMap, viewOf } from "#shared/model/index.ts";
import type { SessionStatus } from "./map-session.ts";
import type { OpenDoc, OpenPresence, OpenRecords, OpenSession } from "./open-session.ts";
import { OpenTalk } from "./open-talk.ts";
import type { Peer } from "./presence.ts";

/**
 * A map that nobody changes, as the canvas takes it: no wire and no copy on this device, nobody else, nothing to take
 * back. What would change it is refused. O(map) to make, much less than a document of it would be.
 */
export function createStillSession(mapId: string, map: PlainMap): OpenSession {
  const doc = stillDoc(map);
  return {
    mapId,
    role: "viewer",
    isLocked: false,
    doc,
    records: stillRecords(doc),
    history: {
      canUndo: false,
      canRedo: false,
      onChange: hearNothing,
      stacks: { undoStack: [], redoStack: [], lastChange: 0 },
      isJoining: false,
      undo: doNothing,
      tell: doNothing,
    },
    presence: nobodyElse,
    openTalk: new OpenTalk(),
    createId: createIdSource(() => ""),
    status: () => status,
    onStatus: hearNothing,
    apply: refuse,
    undo: doNothing,
    redo: doNothing,
    by: () => ({ author: "", createdAt: map.meta.createdAt }),
  };
}

const status: SessionStatus = {
  isLoaded: true,
  connection: { kind: "online" },
  save: "saved",
  canEdit: false,
  copy: "keeping",
  isFromTheFuture: false,
};

function stillDoc(map: PlainMap): OpenDoc {
  return {
    ...viewOf(map),
    records: map.records,
    isReadOnly: true,
    apply: refuse,
    violations: () => [],
    prepareRepair: () => nothingToDo(),
    repair: () => [],
    toPlainMap: () => map,
    onChange: hearNothing,
    onBeforeApply: hearNothing,
    watchText: hearNothing,
    dispose: doNothing,
  };
}

function stillRecords(doc: OpenDoc): OpenRecords {
  return { doc, subscribe: hearNothing, subscribeAll: hearNothing, subscribeMeta: hearNothing };
}

const nobody: readonly Peer[] = [];

const nobodyElse: OpenPresence = {
  ownId: 0,
  dragged: [],
  peers: () => nobody,
  people: () => nobody,
  at: () => nobody,
  peer: () => undefined,
  onPeers: hearNothing,
  onPeer: hearNothing,
  onCall: hearNothing,
  onPeople: hearNothing,
  select: doNothing,
  edit: doNothing,
  type: doNothing,
  look: doNothing,
  follow: doNothing,
  call: doNothing,
  present: doNothing,
  point: doNothing,
  drag: doNothing,
};

function refuse(): Result<void, CommandFault> {
  return err({ code: "read-only", message: "This is a map as it was; it cannot be changed.", ids: [] });
}

function hearNothing(): () => void {
  return doNothing;
}

function doNothing(): void {}

function* nothingToDo(): Generator<void, void> {}

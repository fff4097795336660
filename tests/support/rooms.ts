import * as Y from "yjs";
import { emptyMap } from "#shared/model/index.ts";
import type { Role } from "#shared/protocol/roles.ts";
import type { MapId, RoomId } from "#shared/protocol/rooms.ts";
import { LocalBus } from "../../server/bus/local-bus.ts";
import { type Log, silentLog } from "../../server/logging.ts";
import {
  type Budgets,
  type Bus,
  type Connection,
  createDocument,
  type DocumentStore,
  type Meter,
  noMeter,
  type Participant,
  type RoomPorts,
  RoomRegistry,
} from "../../server/rooms/index.ts";
import { MemoryDocumentStore } from "../../server/storage/memory/memory-document-store.ts";
import { ManualScheduler } from "./manual-scheduler.ts";
import { MemorySocket } from "./memory-socket.ts";

export const testMapId = "test-map-0001" as MapId;

/** Rooms over a store, with time in the test's hand. */
export type RoomBench = Readonly<{
  scheduler: ManualScheduler;
  store: DocumentStore;
  rooms: RoomRegistry;
  /** Lets a client in and starts it. */
  join: (role?: Role, identity?: string) => Promise<BenchClient>;
  /** The same of somebody who only follows. */
  follow: (role?: Role) => Promise<BenchClient>;
}>;

/** A client at the level of frames. */
export type BenchClient = Readonly<{ socket: MemorySocket; connection: Connection }>;

let identities = 0;

/** Rooms with one empty map in them. */
export async function roomBench(
  options: Readonly<{
    store?: DocumentStore;
    bus?: Bus;
    scheduler?: ManualScheduler;
    idleMs?: number;
    log?: Log;
    meter?: Meter;
    atRest?: RoomPorts["atRest"];
    saveGapMs?: number;
    budgets?: Budgets;
  }> = {},
): Promise<RoomBench> {
  const scheduler = options.scheduler ?? new ManualScheduler();
  const store = options.store ?? new MemoryDocumentStore();
  const bus = options.bus ?? new LocalBus();
  if ((await store.load(testMapId)) === undefined) await store.append(testMapId, [emptyDocument()]);
  const rooms = new RoomRegistry(
    {
      store,
      bus,
      scheduler,
      log: options.log ?? silentLog,
      meter: options.meter ?? noMeter,
      ...(options.atRest && { atRest: options.atRest }),
      ...(options.saveGapMs && { saveGapMs: options.saveGapMs }),
    },
    options.idleMs,
    options.budgets,
  );
  const enter = async (who: Participant): Promise<BenchClient> => {
    const socket = new MemorySocket();
    const connection = await rooms.join(testMapId, socket, who);
    if (connection === undefined) throw new Error(`not let in: ${socket.closed?.reason}`);
    socket.onClose = connection.leave;
    return { socket, connection };
  };
  const join = (role: Role = "editor", identity = `person ${identities++}`): Promise<BenchClient> =>
    enter(participant(role, identity));
  const follow = (role: Role = "viewer"): Promise<BenchClient> =>
    enter({ ...participant(role, `person ${identities++}`), isAudience: true });
  return { scheduler, store, rooms, join, follow };
}

/** Somebody who came by the link for a role. */
export function participant(role: Role, identity = "someone"): Participant {
  return { identity, role, link: role, generation: 1 };
}

/** The first record of an empty map. */
export function emptyDocument(): Uint8Array {
  const document = createDocument(emptyMap({ title: "Test", createdAt: 1 }));
  if (!document.ok) throw new Error(document.error.message);
  return document.value.record;
}

/** The document that a store holds, as a new process would read it. */
export async function readStored(store: DocumentStore, id: RoomId = testMapId): Promise<Y.Doc> {
  const stored = await store.load(id);
  const ydoc = new Y.Doc();
  if (stored?.snapshot !== undefined) Y.applyUpdate(ydoc, stored.snapshot);
  for (const { data } of stored?.tail ?? []) Y.applyUpdate(ydoc, data);
  return ydoc;
}

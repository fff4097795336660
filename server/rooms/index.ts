/** Rooms: open maps, the people in them and their saving, behind ports for store, sockets, bus and time. */
export { createDocument, editCopy, type NewDocument, readStored } from "./draft.ts";
export { LogWatch } from "./log-watch.ts";
export {
  type ConnectionRefusal,
  connectionRefusals,
  type FrameRejection,
  frameRejections,
  type Meter,
  noMeter,
  type RoomFigures,
} from "./meter.ts";
export {
  type Bus,
  type BusEvents,
  type BusSubscription,
  DocumentFullError,
  type DocumentStore,
  type LogRecord,
  type Scheduler,
  type Socket,
  type StoredDocument,
  StoreError,
  type StoreErrorCode,
} from "./ports.ts";
export type { Room, RoomPorts } from "./room.ts";
export { type Budgets, type Connection, RoomRegistry } from "./room-registry.ts";
export { systemScheduler } from "./scheduler.ts";
export type { Participant } from "./session.ts";

/** Why a frame, or the change in it, was not taken. A closed list: it labels a counter. */
export const frameRejections = [
  "text",
  "too-big",
  "malformed",
  "not-permitted",
  "document-full",
  "unsaved",
  "missing-before",
  "barriers",
  "failed",
] as const;
export type FrameRejection = (typeof frameRejections)[number];

/** Why a connection was not let in. A closed list as well. */
export const connectionRefusals = [
  "address",
  "token",
  "origin",
  "unauthenticated",
  "not-found",
  "room-full",
  "unavailable",
] as const;
export type ConnectionRefusal = (typeof connectionRefusals)[number];

/**
 * Where rooms and sockets say what happened, for whoever counts. It is told on the hottest paths: what implements it
 * adds a number and returns.
 */
export interface Meter {
  frameReceived(bytes: number): void;
  frameSent(bytes: number): void;
  frameRejected(reason: FrameRejection): void;
  /** A client sends faster than its share and is read more slowly for a while. */
  heldBack(): void;
  updateApplied(): void;
  /** Records of this process are durably committed. */
  recordsStored(count: number): void;
  /** A save barrier was echoed, so long after it came. */
  barrierAnswered(waitMs: number): void;
  /** A map was read from the store and comes to so many bytes, encoded. */
  roomLoaded(tookMs: number, encodedBytes: number): void;
  connectionRefused(reason: ConnectionRefusal): void;
  connectionClosed(code: number): void;
}

/** For those who do not count. */
export const noMeter: Meter = {
  frameReceived: () => undefined,
  frameSent: () => undefined,
  frameRejected: () => undefined,
  heldBack: () => undefined,
  updateApplied: () => undefined,
  recordsStored: () => undefined,
  barrierAnswered: () => undefined,
  roomLoaded: () => undefined,
  connectionRefused: () => undefined,
  connectionClosed: () => undefined,
};

/** How things stand at one moment, added up over all rooms of the process. */
export type RoomFigures = Readonly<{
  rooms: number;
  connections: number;
  /** Connections that get nothing until they have read what they were sent. */
  lagging: number;
  unsavedRecords: number;
  unsavedBytes: number;
  /** How long the record that has waited longest for the disk has waited; 0 when none waits. */
  oldestUnsavedMs: number;
  /** What the documents come to, encoded. */
  encodedBytes: number;
}>;

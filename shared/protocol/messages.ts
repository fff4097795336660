/**
 * Opcodes of the wire, y-websocket 3.1: one binary WebSocket message is one protocol message, a varUint opcode and
 * its body. Text frames are never sent by either side.
 */
export const messageType = {
  /** Yjs sync; a varUint of `syncType` follows. */
  sync: 0,
  /** Awareness: varUint8Array of (varUint n, n x [varUint client, varUint clock, varString json]). */
  awareness: 1,
  /** varUint 0 (permission denied), varString reason. Server to client only. */
  auth: 2,
  /** Empty body; asks for all awareness states. */
  queryAwareness: 3,
  /**
   * The save barrier. Client: varUint8Array payload of at most `limits.maxBarrierBytes`, opaque. Server: the same
   * bytes back once everything the room held when the barrier arrived is durably committed.
   */
  barrier: 102,
} as const;

export const syncType = {
  /** varUint8Array state vector. */
  step1: 0,
  /** varUint8Array update: what the asker lacks. */
  step2: 1,
  /** varUint8Array update. */
  update: 2,
} as const;

/** The WebSocket subprotocol that the server selects; the client offers it beside `bearer.<token>`. */
export const subprotocol = "counterpoint.v1";
/** Prefix of the subprotocol that carries a token; never selected, so never echoed. */
export const bearerPrefix = "bearer.";

/** The server says something at least this often: y-websocket reconnects after 30 s of silence. */
export const heartbeatMs = 15_000;
/** A save barrier that is not echoed for this long is shown as "not saved". */
export const barrierTimeoutMs = 8_000;

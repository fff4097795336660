/**
 * Why the server closed a socket. y-websocket 3.1 stops for good on 4400–4499 and comes back by itself on every
 * other code, so what cannot heal by itself stands in the first band.
 */
export const closeCode = {
  goingAway: 1001,
  tooBig: 1009,
  /** The client reads too slowly; it may come back and ask for what it lacks. */
  tooSlow: 1013,
  /** Text frame, unknown opcode, or a body that does not decode. */
  malformed: 4400,
  /** No token, or one that has run out. */
  unauthenticated: 4401,
  /** Access was taken away, or the origin is not ours. */
  forbidden: 4403,
  /** No such map, or it was deleted. */
  notFound: 4404,
  /** The document is as large as a map may be; it can still be read. */
  documentFull: 4413,
  /** The room holds as many people as it may. */
  roomFull: 4429,
  /** Server and client must sync afresh: a role was raised, or too much of an update is missing. */
  resync: 4500,
  /** The server restarts or cannot reach its store. */
  unavailable: 4503,
} as const;

export type CloseCode = (typeof closeCode)[keyof typeof closeCode];

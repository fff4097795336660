import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { limits } from "#shared/protocol/limits.ts";
import { messageType, syncType } from "#shared/protocol/messages.ts";

/** One client's presence as it travels; `state` is JSON text, `"null"` says that the client is gone. */
export type PresenceEntry = Readonly<{ clientId: number; clock: number; state: string }>;

export type ClientMessage =
  | Readonly<{ type: "ask"; stateVector: Uint8Array }>
  | Readonly<{ type: "write"; update: Uint8Array; isLive: boolean }>
  | Readonly<{ type: "presence"; entries: readonly PresenceEntry[] }>
  | Readonly<{ type: "ask-presence" }>
  | Readonly<{ type: "barrier"; payload: Uint8Array }>;

/** Thrown by `readClientFrame` alone; its message names what was wrong with the frame. */
export class MalformedFrameError extends Error {}

/**
 * Decodes what a client sent: exactly one message a frame. Anything after it would be lost, so it is a fault too.
 * Byte arrays in the result are copies: a frame may be a window on a much larger network buffer.
 */
export function readClientFrame(frame: Uint8Array): ClientMessage {
  try {
    const decoder = decoding.createDecoder(frame);
    const message = readBody(decoder);
    if (decoding.hasContent(decoder)) throw new MalformedFrameError("bytes after the message");
    return message;
  } catch (error) {
    if (error instanceof MalformedFrameError) throw error;
    throw new MalformedFrameError("the frame ends early or is not in the protocol's encoding", {
      cause: error,
    });
  }
}

function readBody(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case messageType.sync:
      return readSync(decoder);
    case messageType.awareness:
      return { type: "presence", entries: readPresence(decoding.readVarUint8Array(decoder)) };
    case messageType.queryAwareness:
      return { type: "ask-presence" };
    case messageType.barrier: {
      const payload = decoding.readVarUint8Array(decoder);
      if (payload.byteLength > limits.maxBarrierBytes) throw new MalformedFrameError("save barrier too long");
      return { type: "barrier", payload: payload.slice() };
    }
    default:
      throw new MalformedFrameError(`unknown message type ${type}`);
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case syncType.step1:
      return { type: "ask", stateVector: decoding.readVarUint8Array(decoder).slice() };
    case syncType.step2:
      return { type: "write", update: decoding.readVarUint8Array(decoder).slice(), isLive: false };
    case syncType.update:
      return { type: "write", update: decoding.readVarUint8Array(decoder).slice(), isLive: true };
    default:
      throw new MalformedFrameError(`unknown sync message ${type}`);
  }
}

/** y-websocket sends back what it hears of others, so a frame may speak of everybody in the room. */
const maxPresenceEntries = limits.maxSocketsPerRoom * limits.maxAwarenessClientsPerSocket;
const maxClock = 2 ** 48;

/** Decodes the body of a presence message. */
export function readPresence(body: Uint8Array): readonly PresenceEntry[] {
  const decoder = decoding.createDecoder(body);
  const count = decoding.readVarUint(decoder);
  if (count > maxPresenceEntries) throw new MalformedFrameError("presence of too many clients");
  const entries: PresenceEntry[] = [];
  for (let index = 0; index < count; index++) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    // The server counts clocks on by one, and past the safe integers no client could read them.
    if (clock > maxClock) throw new MalformedFrameError("presence clock out of range");
    entries.push({ clientId, clock, state: decoding.readVarString(decoder) });
  }
  return entries;
}

export function writeAsk(stateVector: Uint8Array): Uint8Array {
  return writeSync(syncType.step1, stateVector);
}

export function writeAnswer(update: Uint8Array): Uint8Array {
  return writeSync(syncType.step2, update);
}

export function writeUpdate(update: Uint8Array): Uint8Array {
  return writeSync(syncType.update, update);
}

function writeSync(type: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** Without entries this is the heartbeat: it says nothing and resets the client's watchdog. */
export function writePresence(entries: readonly PresenceEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(encoder, writePresenceBody(entries));
  });
}

/** The body of a presence message. */
export function writePresenceBody(entries: readonly PresenceEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(encoder, entry.clientId);
      encoding.writeVarUint(encoder, entry.clock);
      encoding.writeVarString(encoder, entry.state);
    }
  });
}

export function writePermissionDenied(reason: string): Uint8Array {
  const permissionDenied = 0;
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.auth);
    encoding.writeVarUint(encoder, permissionDenied);
    encoding.writeVarString(encoder, reason);
  });
}

export function writeBarrier(payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.barrier);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

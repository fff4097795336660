import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageType, syncType } from "#shared/protocol/messages.ts";

/** What a client of y-websocket's protocol reads from a frame of the server. */
export type ServerFrame =
  | Readonly<{ type: "ask" | "answer" | "update" | "barrier"; bytes: Uint8Array }>
  | Readonly<{ type: "presence"; states: ReadonlyMap<number, Readonly<{ clock: number; state: unknown }>> }>
  | Readonly<{ type: "denied"; reason: string }>;

/** Decodes a frame of the server. */
export function readServerFrame(frame: Uint8Array): ServerFrame {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case messageType.sync: {
      const names = {
        [syncType.step1]: "ask",
        [syncType.step2]: "answer",
        [syncType.update]: "update",
      } as const;
      const name = names[decoding.readVarUint(decoder) as keyof typeof names];
      return { type: name, bytes: decoding.readVarUint8Array(decoder) };
    }
    case messageType.awareness:
      return { type: "presence", states: readStates(decoding.readVarUint8Array(decoder)) };
    case messageType.auth:
      decoding.readVarUint(decoder);
      return { type: "denied", reason: decoding.readVarString(decoder) };
    case messageType.barrier:
      return { type: "barrier", bytes: decoding.readVarUint8Array(decoder) };
    default:
      throw new Error(`The server sent an unknown message type, ${type}.`);
  }
}

function readStates(body: Uint8Array): ReadonlyMap<number, Readonly<{ clock: number; state: unknown }>> {
  const decoder = decoding.createDecoder(body);
  const count = decoding.readVarUint(decoder);
  const states = new Map<number, Readonly<{ clock: number; state: unknown }>>();
  for (let index = 0; index < count; index++) {
    const id = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    states.set(id, { clock, state: JSON.parse(decoding.readVarString(decoder)) as unknown });
  }
  return states;
}

function syncFrame(type: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

export function askFrame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(syncType.step1, stateVector);
}

export function answerFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncType.step2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncType.update, update);
}

export function barrierFrame(payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.barrier);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export function presenceFrame(
  entries: readonly (readonly [id: number, clock: number, state: unknown])[],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((body) => {
        encoding.writeVarUint(body, entries.length);
        for (const [id, clock, state] of entries) {
          encoding.writeVarUint(body, id);
          encoding.writeVarUint(body, clock);
          encoding.writeVarString(body, JSON.stringify(state));
        }
      }),
    );
  });
}

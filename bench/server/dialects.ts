/** What a client of each kind of server says and hears; no more of it than a bench needs. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageType, syncType } from "#shared/protocol/messages.ts";
import {
  answerFrame,
  askFrame,
  barrierFrame,
  presenceFrame,
  updateFrame,
} from "../../tests/support/frames.ts";

/** `asked`: it wants what we have. `joined`: we have what it has. `acknowledged`: it has done as it should. */
export type Heard = "asked" | "joined" | "acknowledged" | "other";

export interface Dialect {
  /** What is said when the line is open. Without anything, being open is being in. */
  hello(room: string): readonly Uint8Array[];
  /** The answer of somebody who has nothing, to whoever asked. */
  nothing(room: string): Uint8Array;
  update(room: string, update: Uint8Array): Uint8Array;
  presence(room: string, id: number): Uint8Array | undefined;
  /** Asks whether all is saved; `undefined` where every write is acknowledged by itself, or none ever is. */
  question(): Uint8Array | undefined;
  /** Whether each write is acknowledged unasked. */
  readonly acknowledgesWrites: boolean;
  hear(frame: Uint8Array): Heard;
}

const emptyVector = Uint8Array.of(0);
const emptyUpdate = Uint8Array.of(0, 0);

/** y-websocket's protocol, spoken by ours, by @y/websocket-server and, in one word, by the relay. */
export function plainDialect(options: Readonly<{ isRelay?: boolean; hasBarrier?: boolean }> = {}): Dialect {
  return {
    hello: () => (options.isRelay ? [] : [askFrame(emptyVector)]),
    nothing: () => answerFrame(emptyUpdate),
    update: (_room, update) => updateFrame(update),
    presence: (_room, id) =>
      options.isRelay ? undefined : presenceFrame([[id, 1, { user: { name: `Viewer ${id}` } }]]),
    question: () => (options.hasBarrier ? barrierFrame(Uint8Array.of(1)) : undefined),
    acknowledgesWrites: false,
    hear: (frame) => {
      if (frame[0] === messageType.barrier) return "acknowledged";
      if (frame[0] !== messageType.sync) return "other";
      if (frame[1] === syncType.step1) return "asked";
      return frame[1] === syncType.step2 ? "joined" : "other";
    },
  };
}

/** Hocuspocus: the same with the room's name before each message, a token first, and a status after each write. */
const hocuspocusType = { auth: 2, syncReply: 4, syncStatus: 8 } as const;

export const hocuspocusDialect: Dialect = {
  hello: (room) => [inRoom(room, authFrame()), inRoom(room, askFrame(emptyVector))],
  nothing: (room) => inRoom(room, answerFrame(emptyUpdate)),
  update: (room, update) => inRoom(room, updateFrame(update)),
  presence: (room, id) => inRoom(room, presenceFrame([[id, 1, { user: { name: `Viewer ${id}` } }]])),
  question: () => undefined,
  acknowledgesWrites: true,
  hear: (frame) => {
    const step = readHocuspocus(frame)?.step;
    if (step === "acknowledged") return "acknowledged";
    if (step === syncType.step1) return "asked";
    return step === syncType.step2 ? "joined" : "other";
  },
};

/** The answer of somebody who has something. */
export function hocuspocusAnswer(room: string, update: Uint8Array): Uint8Array {
  return inRoom(room, answerFrame(update));
}

/** What Hocuspocus says about a document: a step of syncing with its bytes, or the status after a write. */
export function readHocuspocus(
  frame: Uint8Array,
): Readonly<{ step: number | "acknowledged"; bytes: Uint8Array }> | undefined {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  if (type === hocuspocusType.syncStatus) return { step: "acknowledged", bytes: new Uint8Array() };
  if (type !== messageType.sync && type !== hocuspocusType.syncReply) return undefined;
  return { step: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder) };
}

function authFrame(): Uint8Array {
  const token = 0;
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, hocuspocusType.auth);
    encoding.writeVarUint(encoder, token);
    encoding.writeVarString(encoder, "");
  });
}

function inRoom(room: string, frame: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, room);
    encoding.writeUint8Array(encoder, frame);
  });
}

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type PresenceEntry, readPresence, writePresenceBody } from "./codec.ts";

/** What rooms of one map tell each other between processes. Only committed records travel (I1). */
export type BusMessage =
  | Readonly<{ type: "records"; first: number; records: readonly Uint8Array[] }>
  /** The log has grown up to there, by more than a message should carry. */
  | Readonly<{ type: "head"; head: number }>
  | Readonly<{ type: "presence"; entries: readonly PresenceEntry[] }>
  | Readonly<{ type: "ask-presence" }>;

const code = { records: 0, presence: 1, askPresence: 2, head: 3 } as const;

/** Whoever hears of more reads it from the store; the bus is for small news to many. */
const maxCarriedBytes = 256 * 1024;

/** What to tell of records that are committed. */
export function newsOf(first: number, records: readonly Uint8Array[]): BusMessage {
  const bytes = records.reduce((sum, record) => sum + record.byteLength, 0);
  if (bytes <= maxCarriedBytes) return { type: "records", first, records };
  return { type: "head", head: first + records.length - 1 };
}

export function writeBusMessage(message: BusMessage): Uint8Array {
  return encoding.encode((encoder) => {
    switch (message.type) {
      case "records":
        encoding.writeVarUint(encoder, code.records);
        encoding.writeVarUint(encoder, message.first);
        encoding.writeVarUint(encoder, message.records.length);
        for (const record of message.records) encoding.writeVarUint8Array(encoder, record);
        return;
      case "head":
        encoding.writeVarUint(encoder, code.head);
        encoding.writeVarUint(encoder, message.head);
        return;
      case "presence":
        encoding.writeVarUint(encoder, code.presence);
        encoding.writeVarUint8Array(encoder, writePresenceBody(message.entries));
        return;
      case "ask-presence":
        encoding.writeVarUint(encoder, code.askPresence);
        return;
    }
  });
}

/** `undefined` for what a newer version may send: the bus is lossy, and the store has what matters. */
export function readBusMessage(bytes: Uint8Array): BusMessage | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case code.records: {
        const first = decoding.readVarUint(decoder);
        const count = decoding.readVarUint(decoder);
        const records = Array.from({ length: count }, () => decoding.readVarUint8Array(decoder).slice());
        return { type: "records", first, records };
      }
      case code.head:
        return { type: "head", head: decoding.readVarUint(decoder) };
      case code.presence:
        return { type: "presence", entries: readPresence(decoding.readVarUint8Array(decoder)) };
      case code.askPresence:
        return { type: "ask-presence" };
      default:
        return undefined;
    }
  } catch {
    return undefined; // as above
  }
}

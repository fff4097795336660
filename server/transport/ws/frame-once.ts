/** The first byte of a whole binary message: final, not compressed, opcode 2. */
const wholeBinary = 0x82;
/** Longer ones have their length in two bytes of its own (RFC 6455, 5.2). */
const maxShortLength = 125;

/** The longest message that has room for its length there. */
export const maxFramedBytes = 0xffff;

let last: Readonly<{ message: Uint8Array; framed: Buffer }> | undefined;

/**
 * A message as it goes over the wire, head and body in one piece. What goes to many is the same object each time and is
 * made once; and one piece goes out by a plain write, where two have to be gathered first.
 */
export function frameOnce(message: Uint8Array): Buffer {
  if (last?.message === message) return last.framed;
  const { byteLength } = message;
  const isShort = byteLength <= maxShortLength;
  const headLength = isShort ? 2 : 4;
  const framed = Buffer.allocUnsafe(headLength + byteLength);
  framed[0] = wholeBinary;
  framed[1] = isShort ? byteLength : maxShortLength + 1;
  if (!isShort) framed.writeUInt16BE(byteLength, 2);
  framed.set(message, headLength);
  last = { message, framed };
  return framed;
}

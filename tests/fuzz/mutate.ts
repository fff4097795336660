import type { Seeded } from "./seeded.ts";

/** Numbers at which lengths, counts and clocks break: largest of one byte, of two, and what claims to go on for ever. */
const oddBytes = [0, 1, 0x7f, 0x80, 0xff] as const;
const longestNumber = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f);

/** Opcode, kind and length of most frames: damage behind them gets further in than to the codec. */
const headBytes = 3;

/** One frame damaged in a few places, or put together from two; half of them still look like frames at first. */
export function mutate(random: Seeded, frames: readonly [Uint8Array, ...Uint8Array[]]): Uint8Array {
  let frame = random.one(frames);
  const times = 1 + random.integer(3);
  if (random.isOnceIn(2)) return changeInside(random, frame, times);
  for (let time = 0; time < times; time++) frame = mutateOnce(random, frame, random.one(frames));
  return frame;
}

function changeInside(random: Seeded, frame: Uint8Array, times: number): Uint8Array {
  const changed = frame.slice();
  for (let time = 0; time < times; time++) {
    const at = headBytes + random.integer(Math.max(1, frame.length - headBytes));
    changed[at] = random.isOnceIn(2) ? random.one(oddBytes) : random.integer(256);
  }
  return changed;
}

function mutateOnce(random: Seeded, frame: Uint8Array, other: Uint8Array): Uint8Array {
  const at = random.integer(frame.length + 1);
  const [head, tail] = [frame.subarray(0, at), frame.subarray(at)];
  switch (random.integer(8)) {
    case 0:
      return join(head, Uint8Array.of(random.integer(256)), tail.subarray(1));
    case 1:
      return join(head, Uint8Array.of(random.one(oddBytes)), tail.subarray(1));
    case 2:
      return join(head, random.bytes(1 + random.integer(8)), tail);
    case 3:
      return join(head, tail.subarray(1 + random.integer(8)));
    case 4:
      return head;
    case 5:
      return join(head, other.subarray(random.integer(other.length + 1)));
    case 6:
      return join(head, longestNumber, tail.subarray(1));
    default:
      return join(head, tail.subarray(0, 16), tail);
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

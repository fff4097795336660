/** Damaged frames against a live server, beside two people who work on the same map and must notice nothing. */
import { closeCode } from "#shared/protocol/close-codes.ts";
import { BareLine } from "../support/bare-line.ts";
import type { ApiClient, TestMap } from "../support/test-server.ts";
import { type StockClient, stockClient, synced } from "../support/wire-client.ts";
import { mutate } from "./mutate.ts";
import { sampleFrames } from "./sample-frames.ts";
import { Seeded } from "./seeded.ts";

export type FuzzOptions = Readonly<{
  frames: number;
  /** Whether to go on, though that number is not reached. */
  goesOn?: () => boolean;
  seed: number;
  /** Sent at the same time, each over a connection of its own. */
  attackers: number;
  onProgress?: (sent: number) => void;
}>;

export type FuzzReport = Readonly<{
  /** Frames that reached the server while their connection was open. */
  sent: number;
  connections: number;
  closes: Readonly<Record<number, number>>;
  /** The longest that an edit of one of the two took to the other and to the disk. */
  longestProbeMs: number;
}>;

/** Then the map is a new one: a damaged change that is still a change stays in it, and a full map takes no more. */
const framesPerMap = 20_000;
/** What a server may do to a connection whose frame is not right; anything else has hit one that did nothing. */
const rightCloses: readonly number[] = [closeCode.malformed, closeCode.resync];
const answerWithinMs = 60_000;
/** A connection that survives so many frames makes way for the next. */
const framesPerLine = 500;
/** As a proxy would say it, so that no attacker is held up by what an address may do. */
let address = 0;

export async function fuzzFrames(server: ApiClient, options: FuzzOptions): Promise<FuzzReport> {
  const random = new Seeded(options.seed);
  const samples = sampleFrames();
  const closes: Record<number, number> = {};
  const total = { sent: 0, connections: 0, longestProbeMs: 0 };
  const { goesOn = () => true } = options;
  while (total.sent < options.frames && goesOn()) {
    const map = await server.createMap({ title: "Fuzzed" });
    const pair = await Promise.all([stockClient(server, map), stockClient(server, map)]);
    await Promise.all(pair.map(synced));
    let lost = 0;
    for (const { provider } of pair) provider.on("connection-close", () => lost++);
    const goal = Math.min(options.frames, total.sent + framesPerMap);
    const attack = Array.from({ length: options.attackers }, async () => {
      const { token } = await server.openSession(map);
      while (total.sent < goal && goesOn()) {
        total.connections++;
        const { sent, code } = await attackOnce(server, map, token, random, samples);
        total.sent += sent;
        closes[code] = (closes[code] ?? 0) + 1;
      }
    });
    let isOver = false;
    const ended = Promise.all(attack).finally(() => {
      isOver = true;
    });
    for (let turn = 0; !isOver; turn++) {
      total.longestProbeMs = Math.max(total.longestProbeMs, await probe(pair, turn));
      options.onProgress?.(total.sent);
    }
    await ended;
    total.longestProbeMs = Math.max(total.longestProbeMs, await probe(pair, -1));
    await expectSame(server, map, pair);
    if (lost > 0) throw new Error(`Somebody who did nothing wrong lost the connection ${lost} times.`);
    for (const client of pair) client.end();
  }
  const wrong = Object.keys(closes).filter((code) => !rightCloses.includes(Number(code)));
  if (wrong.length > 0) throw new Error(`Connections were closed with ${wrong.join(", ")}.`);
  return { ...total, closes };
}

/** Sends damaged frames one by one until one of them costs the connection; a barrier tells when each has been read. */
async function attackOnce(
  server: ApiClient,
  map: TestMap,
  token: string,
  random: Seeded,
  samples: ReturnType<typeof sampleFrames>,
): Promise<Readonly<{ sent: number; code: number }>> {
  address++;
  let onAnswer = (): void => undefined;
  const nextAnswer = (): Promise<void> =>
    new Promise((resolve) => {
      onAnswer = resolve;
    });
  let answered = nextAnswer();
  // Everything is answered by something: at the latest by a barrier's echo, or by the end of the connection.
  const line = await BareLine.open(
    {
      port: server.port,
      room: map.id,
      token,
      address: `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`,
    },
    (frame) => {
      if (frame[0] === barrier[0] && frame[2] === barrier[2]) onAnswer();
    },
    [mutate(random, samples), barrier],
  );
  let sent = 1;
  let code: number | undefined;
  const closed = line.closed.then((closedWith) => {
    code = closedWith;
  });
  for (;;) {
    await within(Promise.race([answered, closed]), "a frame was neither answered nor refused");
    if (code !== undefined || sent >= framesPerLine) break;
    answered = nextAnswer();
    sent++;
    line.send(mutate(random, samples), barrier);
  }
  // One that survived so many frames leaves by itself.
  if (code === undefined) line.close(closeCode.malformed);
  return { sent, code: await within(line.closed, "a connection was not closed") };
}

const barrier = Uint8Array.of(102, 1, 7);

/** One of the two writes, the other sees it, and the disk has it; how long that took. */
async function probe(pair: readonly StockClient[], turn: number): Promise<number> {
  const [writer, reader] = turn % 2 === 0 ? pair : [...pair].reverse();
  if (writer === undefined || reader === undefined) throw new Error("It takes two.");
  const startedAt = performance.now();
  const seen = new Promise<void>((resolve) => {
    const values = reader.ydoc.getMap("healthy");
    const look = (): void => {
      if (values.get("turn") !== `${turn}`) return;
      values.unobserve(look);
      resolve();
    };
    values.observe(look);
  });
  writer.ydoc.getMap("healthy").set("turn", `${turn}`);
  await within(Promise.all([seen, writer.saved()]), "an edit did not reach the other person or the disk");
  return performance.now() - startedAt;
}

/** The two hold the same, and so does somebody who comes now. */
async function expectSame(server: ApiClient, map: TestMap, pair: readonly StockClient[]): Promise<void> {
  const late = await stockClient(server, map, "view");
  await within(synced(late), "a map could not be opened after the attack");
  const held = [...pair, late].map(({ map: document }) => JSON.stringify(document.toPlainMap()));
  late.end();
  if (new Set(held).size !== 1) throw new Error("After the attack people hold different maps.");
}

async function within<Value>(work: Promise<Value>, fault: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Within ${answerWithinMs} ms ${fault}.`)), answerWithinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * All clients of a load, in a process of their own: they join, write at their rate, and note when what was written
 * reached each of the others. Told what to do by one message; says when it begins and ends to measure, and what it found.
 */
import { WebSocket } from "ws";
import * as Y from "yjs";
import { type Dialect, hocuspocusDialect, plainDialect } from "./dialects.ts";
import type { Door } from "./doors.ts";
import { Latencies } from "./latencies.ts";
import { readMarks, writeMark } from "./marks.ts";
import { stageFrame } from "./stage-frame.ts";

export type DialectName = "plain" | "durable" | "relay" | "hocuspocus";

export type CrowdOrder = Readonly<{
  dialect: DialectName;
  /** By room; in each, those who write come first. */
  rooms: readonly (readonly Door[])[];
  writers: number;
  writesPerSecond: number;
  hasPresence: boolean;
  /** They join and listen, and nothing is counted of them. */
  onlookers?: readonly Door[];
  /** Writers say where their talk stands, and write nothing. */
  saysStage?: boolean;
  /** What writers hear of each other is left out. */
  onlyReadersCount?: boolean;
  warmUpMs: number;
  measureMs: number;
}>;

export type CrowdResult = Readonly<{
  sent: number;
  expected: number;
  delivered: number;
  /** Of the frames that brought it. */
  bytes: number;
  fanOut: readonly number[];
  acks: readonly number[];
}>;

export type CrowdMessage =
  | Readonly<{ type: "ready" | "begin" | "end" }>
  | Readonly<{ type: "result"; result: CrowdResult }>
  | Readonly<{ type: "failed"; reason: string }>;

type Client = Readonly<{
  ws: WebSocket;
  room: string;
  number: number;
  audience: number;
  isCounted: boolean;
  asked: number[];
}>;
type Writer = Client & { ydoc: Y.Doc; next: number; said: number };

/** At most so many join at once. */
const joinTogether = 40;
const joinDeadlineMs = 30_000;
/** Latecomers are waited for until nothing has come for this long. */
const quietMs = 1_000;
const mostGraceMs = 15_000;
/** A page asks some three times a second whether it is saved. */
const askEveryMs = 300;

const dialects: Readonly<Record<DialectName, Dialect>> = {
  plain: plainDialect(),
  durable: plainDialect({ hasBarrier: true }),
  relay: plainDialect({ isRelay: true }),
  hocuspocus: hocuspocusDialect,
};

process.on("message", (order: CrowdOrder) => {
  run(order).then(
    (result) => tell({ type: "result", result }),
    (fault: unknown) =>
      tell({ type: "failed", reason: fault instanceof Error ? fault.message : String(fault) }),
  );
});
process.once("disconnect", () => process.exit(0));
tell({ type: "ready" });

function tell(message: CrowdMessage): void {
  process.send?.(message);
}

async function run(order: CrowdOrder): Promise<CrowdResult> {
  const dialect = dialects[order.dialect];
  const fanOut = new Latencies();
  const acks = new Latencies();
  const found = { sent: 0, expected: 0, delivered: 0, bytes: 0 };
  let [from, to] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let lastAt = 0;

  const hear = (client: Client, frame: Buffer): void => {
    const now = micros();
    const before = found.delivered;
    readMarks(frame, (writer, writtenAt) => {
      if (!client.isCounted || writer === client.number || writtenAt < from || writtenAt >= to) return;
      found.delivered++;
      lastAt = now;
      fanOut.add((now - writtenAt) / 1000);
    });
    if (found.delivered > before) found.bytes += frame.byteLength;
    const heard = dialect.hear(frame);
    if (heard === "asked") client.ws.send(dialect.nothing(client.room));
    if (heard !== "acknowledged") return;
    const askedAt = client.asked.shift();
    lastAt = now;
    if (askedAt !== undefined && askedAt >= from && askedAt < to) acks.add((now - askedAt) / 1000);
  };

  const clients = await joinAll(order, dialect, hear);
  const onlookers = await joinInTurn(order.onlookers ?? [], (door) =>
    join(door, { number: -1, audience: 0, isCounted: false }, dialect, hear),
  );
  const writers = clients.filter(({ isWriter }) => isWriter).map(({ client }) => writerOf(client));
  const write = (writer: Writer): void => {
    const now = micros();
    const mark = writeMark(writer.number, now);
    writer.said++;
    if (dialect.acknowledgesWrites) writer.asked.push(now);
    writer.ws.send(
      order.saysStage ? stageFrame(writer.number + 1, writer.said, mark) : updateOf(writer, mark, dialect),
    );
    if (now < from || now >= to) return;
    found.sent++;
    found.expected += writer.audience;
  };
  const ask = (writer: Writer): void => {
    const question = dialect.question();
    if (question === undefined) return;
    writer.asked.push(micros());
    writer.ws.send(question);
  };
  const gapMs = 1000 / order.writesPerSecond;
  const startedAt = performance.now();
  for (const [index, writer] of writers.entries()) writer.next = startedAt + (gapMs * index) / writers.length;
  const writing = setInterval(() => {
    const now = performance.now();
    for (const writer of writers) {
      for (; writer.next <= now; writer.next += gapMs) write(writer);
    }
  }, 1);
  // Those ten whose answers are timed; all of them asking would be a load of its own.
  const asking = setInterval(() => writers.slice(0, 10).forEach(ask), askEveryMs);
  await pause(order.warmUpMs);
  from = micros();
  tell({ type: "begin" });
  await pause(order.measureMs);
  to = micros();
  tell({ type: "end" });
  clearInterval(writing);
  clearInterval(asking);
  const endedAt = micros();
  const isOver = (): boolean =>
    (found.delivered >= found.expected && writers.every(({ asked }) => asked.length === 0)) ||
    micros() - Math.max(lastAt, endedAt) > quietMs * 1000;
  while (!isOver() && micros() - endedAt < mostGraceMs * 1000) await pause(50);
  for (const { ws } of [...clients.map(({ client }) => client), ...onlookers]) ws.terminate();
  return { ...found, fanOut: fanOut.toCounts(), acks: acks.toCounts() };
}

type Hear = (client: Client, frame: Buffer) => void;

async function joinAll(
  order: CrowdOrder,
  dialect: Dialect,
  hear: Hear,
): Promise<readonly Readonly<{ client: Client; isWriter: boolean }>[]> {
  const places = order.rooms.flatMap((room) =>
    room.map((door, index) => {
      const isWriter = index < order.writers;
      const audience = order.onlyReadersCount ? room.length - order.writers : room.length - 1;
      return { door, audience, isCounted: !(isWriter && order.onlyReadersCount), isWriter };
    }),
  );
  return joinInTurn(places, async ({ door, audience, isCounted, isWriter }, number) => {
    const client = await join(door, { number, audience, isCounted }, dialect, hear);
    const shown = order.hasPresence && !isWriter ? dialect.presence(door.room, number + 1) : undefined;
    if (shown !== undefined) client.ws.send(shown);
    return { client, isWriter };
  });
}

/** Some at a time, in order. */
async function joinInTurn<Place, Joined>(
  places: readonly Place[],
  enter: (place: Place, number: number) => Promise<Joined>,
): Promise<readonly Joined[]> {
  const joined: Joined[] = [];
  for (let first = 0; first < places.length; first += joinTogether) {
    const together = places.slice(first, first + joinTogether);
    joined.push(...(await Promise.all(together.map((place, offset) => enter(place, first + offset)))));
  }
  return joined;
}

function updateOf({ ydoc, number, room }: Writer, mark: string, dialect: Dialect): Uint8Array {
  const before = Y.encodeStateVector(ydoc);
  ydoc.getMap("bench").set(`writer ${number}`, mark);
  return dialect.update(room, Y.encodeStateAsUpdate(ydoc, before));
}

function join(
  door: Door,
  place: Pick<Client, "number" | "audience" | "isCounted">,
  dialect: Dialect,
  hear: Hear,
): Promise<Client> {
  const ws = new WebSocket(door.url, [...door.protocols], {
    headers: door.headers,
    perMessageDeflate: false,
  });
  const client: Client = { ws, room: door.room, ...place, asked: [] };
  const hello = dialect.hello(door.room);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("a client was not let in")), joinDeadlineMs);
    const enter = (): void => {
      clearTimeout(late);
      resolve(client);
    };
    ws.on("open", () => {
      for (const frame of hello) ws.send(frame);
      if (hello.length === 0) enter();
    });
    ws.on("message", (frame: Buffer) => {
      if (dialect.hear(frame) === "joined") enter();
      hear(client, frame);
    });
    ws.on("error", reject);
    ws.on("close", (code) => reject(new Error(`a client was sent away with ${code}`)));
  });
}

function writerOf(client: Client): Writer {
  // Whoever came before under the same id had a lower clock.
  return { ...client, ydoc: new Y.Doc(), next: 0, said: Date.now() };
}

function micros(): number {
  return performance.now() * 1000;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

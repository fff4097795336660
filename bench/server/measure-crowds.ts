/** What it costs that many come: at once, of a map of some size, and to stay without a word. */
import * as Y from "yjs";
import { BareLine } from "../../tests/support/bare-line.ts";
import { askFrame, readServerFrame } from "../../tests/support/frames.ts";
import type { ServerProcess } from "../../tests/support/server-process.ts";
import type { TestMap } from "../../tests/support/test-server.ts";
import { stockClient, synced } from "../../tests/support/wire-client.ts";
import { addressOf } from "./doors.ts";
import { figuresOf } from "./process-figures.ts";
import { startBuilt, withFolder } from "./programs.ts";

export type CrowdFigures = Readonly<{
  people: number;
  documentBytes: number;
  /** From the first coming to the last having all of it: who has nothing yet, and who has it already. */
  emptyMs: number;
  sameMs: number;
  /** Of the server, with all of them there and nothing going on. */
  idleMib: number;
  /** The answer to one who has everything already. */
  upToDateMs: number;
}>;

const settleMs = 2_000;
const leaving = 1000;
const nothing = Uint8Array.of(0);
const openTogether = 20;
const askings = 21;

export async function measureCrowds(people: number, documentBytes: number): Promise<CrowdFigures> {
  return withFolder(async (folder) => {
    const server = await startBuilt(folder);
    try {
      const idleMib = await idleWith(server, people);
      const map = await server.createMap({ title: "Crowded" });
      const owner = await stockClient(server, map);
      await synced(owner);
      owner.ydoc.getMap("bench").set("large", "x".repeat(documentBytes));
      await owner.saved();
      const vector = Y.encodeStateVector(owner.ydoc);
      const tokens = await tokensFor(server, map, people);
      const empty = await comeAtOnce(server, map, tokens, nothing);
      await leave(empty.lines);
      const same = await comeAtOnce(server, map, tokens, vector);
      await leave(same.lines);
      const upToDateMs = await askAgain(server, map, vector);
      owner.end();
      return { people, documentBytes, emptyMs: empty.ms, sameMs: same.ms, idleMib, upToDateMs };
    } finally {
      await server.terminate();
    }
  });
}

/** The server's memory with so many in a map in which nothing is and nothing happens. */
async function idleWith(server: ServerProcess, people: number): Promise<number> {
  const map = await server.createMap({ title: "Quiet" });
  const tokens = await tokensFor(server, map, people);
  const { lines } = await comeAtOnce(server, map, tokens, nothing);
  await pause(settleMs);
  const mib = figuresOf(server.pid)?.residentMib ?? Number.NaN;
  await leave(lines);
  return mib;
}

async function leave(lines: readonly BareLine[]): Promise<void> {
  for (const line of lines) line.close(leaving);
  await Promise.all(lines.map(({ closed }) => closed));
}

async function tokensFor(server: ServerProcess, map: TestMap, people: number): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (let first = 0; first < people; first += openTogether) {
    const opening = Array.from({ length: Math.min(openTogether, people - first) }, () =>
      server.openSession(map, "view"),
    );
    for (const { token } of await Promise.all(opening)) tokens.push(token);
  }
  return tokens;
}

async function comeAtOnce(
  server: ServerProcess,
  map: TestMap,
  tokens: readonly string[],
  vector: Uint8Array,
): Promise<Readonly<{ ms: number; lines: readonly BareLine[] }>> {
  const startedAt = performance.now();
  const coming = tokens.map(async (token, index) => {
    let onAnswer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      onAnswer = resolve;
    });
    const address = addressOf(index);
    const line = await BareLine.open({ port: server.port, room: map.id, token, address }, (frame) => {
      if (readServerFrame(frame).type === "answer") onAnswer();
    });
    line.send(askFrame(vector));
    await answered;
    return line;
  });
  const lines = await Promise.all(coming);
  return { ms: performance.now() - startedAt, lines };
}

/** The median of some. */
async function askAgain(server: ServerProcess, map: TestMap, vector: Uint8Array): Promise<number> {
  const { token } = await server.openSession(map, "view");
  let onAnswer = (): void => undefined;
  const place = { port: server.port, room: map.id, token, address: addressOf(1_000_000) };
  const line = await BareLine.open(place, (frame) => {
    if (readServerFrame(frame).type === "answer") onAnswer();
  });
  const times: number[] = [];
  for (let count = 0; count < askings; count++) {
    const answered = new Promise<void>((resolve) => {
      onAnswer = resolve;
    });
    const askedAt = performance.now();
    line.send(askFrame(vector));
    await answered;
    times.push(performance.now() - askedAt);
  }
  line.close(leaving);
  return times.toSorted((a, b) => a - b)[Math.floor(askings / 2)] ?? Number.NaN;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** What rooms cost: idle ones in memory, and a large one with a long history in time and memory. */
import { WebSocket } from "ws";
import type { MapId } from "#shared/protocol/rooms.ts";
import { openSqliteStores } from "../../server/storage/sqlite/open-sqlite-stores.ts";
import type { ServerProcess } from "../../tests/support/server-process.ts";
import type { TestMap } from "../../tests/support/test-server.ts";
import { protocolsOf } from "../../tests/support/wire-client.ts";
import { fileOf } from "../canvas/product.ts";
import { plainDialect } from "./dialects.ts";
import { addressHeader } from "./doors.ts";
import { withLongHistory } from "./long-history.ts";
import { figuresOf } from "./process-figures.ts";
import { startBuilt, withFolder } from "./programs.ts";

export type IdleFigures = Readonly<{ rooms: number; cards: number; kibPerRoom: number }>;

export type LargeFigures = Readonly<{
  cards: number;
  edits: number;
  stateMib: number;
  tailRecords: number;
  /** From the opening of the line to all of the map at the first client, and at one after it. */
  firstMs: number;
  nextMs: number;
  /** The server's memory before and after, and at its highest. */
  memoryMib: readonly [before: number, after: number];
}>;

const idleCards = 20;
const settleMs = 1_000;
const anHour = "3600000";

/** What a map that nobody is in costs while it is kept in memory. */
export async function measureIdleRooms(rooms: number): Promise<IdleFigures> {
  return withFolder(async (folder) => {
    const server = await startBuilt(folder, { ROOM_IDLE_MS: anHour });
    try {
      const maps: TestMap[] = [];
      for (let index = 0; index < rooms; index++)
        maps.push(await server.createMap({ format: "json", content: fileOf(idleCards) }));
      await pause(settleMs);
      const before = residentOf(server);
      for (const [index, map] of maps.entries()) {
        const headers = { authorization: `Bearer ${map.secrets.view}`, ...addressHeader(index) };
        const { status } = await server.call("GET", `/api/maps/${map.id}`, { headers });
        if (status !== 200) throw new Error(`Opening a room answered ${status}.`);
      }
      await pause(settleMs);
      return { rooms, cards: idleCards, kibPerRoom: ((residentOf(server) - before) * 1024) / rooms };
    } finally {
      await server.terminate();
    }
  });
}

/** Opens a map of so many cards and edits, once with nobody in it and once more. */
export async function measureLargeRoom(cards: number, edits: number): Promise<LargeFigures> {
  return withFolder(async (folder) => {
    const first = await startBuilt(folder);
    const map = await first.createMap({ format: "json", content: fileOf(cards) });
    await first.terminate();
    const { stateBytes, tailRecords } = await age(folder, map.id as MapId, edits);
    const server = await startBuilt(folder);
    try {
      const [one, two] = [await server.openSession(map), await server.openSession(map)];
      await pause(settleMs);
      const before = residentOf(server);
      const firstMs = await openOnce(server, map, one.token);
      const nextMs = await openOnce(server, map, two.token);
      return {
        cards,
        edits,
        stateMib: stateBytes / 1024 / 1024,
        tailRecords,
        firstMs,
        nextMs,
        memoryMib: [before, residentOf(server)],
      };
    } finally {
      await server.terminate();
    }
  });
}

/** Puts a long history behind a stored map, as a server that has run for years would have left it. */
async function age(
  directory: string,
  id: MapId,
  edits: number,
): Promise<Readonly<{ stateBytes: number; tailRecords: number }>> {
  const { documents, close } = await openSqliteStores({ directory });
  try {
    const stored = await documents.load(id);
    if (stored === undefined) throw new Error("The map to be aged was not stored.");
    const records = stored.tail.map(({ data }) => data);
    const { snapshot, tail } = withLongHistory(
      stored.snapshot ? [stored.snapshot, ...records] : records,
      edits,
    );
    await documents.compact(id, snapshot, stored.head);
    await documents.append(id, tail);
    return { stateBytes: snapshot.byteLength, tailRecords: tail.length };
  } finally {
    await close();
  }
}

function openOnce({ syncUrl }: ServerProcess, map: TestMap, token: string): Promise<number> {
  const dialect = plainDialect();
  const startedAt = performance.now();
  const ws = new WebSocket(`${syncUrl}/${map.id}`, protocolsOf(token), { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    ws.on("open", () => {
      for (const frame of dialect.hello(map.id)) ws.send(frame);
    });
    ws.on("message", (frame: Buffer) => {
      if (dialect.hear(frame) !== "joined") return;
      resolve(performance.now() - startedAt);
      // The room stays open for the next.
      setTimeout(() => ws.terminate(), settleMs);
    });
    ws.on("error", reject);
    ws.on("close", (code) =>
      reject(new Error(`The large map could not be opened; its line was closed with ${code}.`)),
    );
  });
}

function residentOf({ pid }: ServerProcess): number {
  return figuresOf(pid)?.residentMib ?? Number.NaN;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

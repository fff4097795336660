/** People who come and go for as long as one likes, and what that does to the server's memory and open files. */
import { readdirSync } from "node:fs";
import { figuresOf } from "../../bench/server/process-figures.ts";
import { Seeded } from "../fuzz/seeded.ts";
import type { ServerProcess } from "../support/server-process.ts";
import type { TestMap } from "../support/test-server.ts";
import { addressOfNumber, stockClient, synced } from "../support/wire-client.ts";
import { slopePerHour } from "./slope.ts";

export type SoakOptions = Readonly<{
  seed: number;
  people: number;
  rooms: number;
  durationMs: number;
  sampleEveryMs: number;
  /** Then a map is looked through, deleted, and another is made: documents that grow would hide memory that leaks. */
  visitsPerMap: number;
  onSample?: (sample: SoakSample) => void;
}>;

/** What the system says of the server; without figures where it says none. */
export type SoakSample = Readonly<{
  atMs: number;
  visits: number;
  residentMib: number | undefined;
  openFiles: number | undefined;
}>;

export type SoakReport = Readonly<{
  visits: number;
  maps: number;
  acknowledged: number;
  /** Writes that were said to be saved and were not in their map when it was looked through. */
  lost: number;
  samples: readonly SoakSample[];
  residentMibPerHour: number | undefined;
}>;

type Place = { map: TestMap; readonly keys: string[]; visits: number; present: number };

const mostWritesPerVisit = 12;
const writeEveryMs = 40;
/** What a server does first, it does not go on doing; a trend is looked for after that share of the time. */
const warmUpShare = 0.2;
/** Looked after when everybody has left: what was opened for them is closed by then. */
const settleMs = 3_000;

export async function runSoak(server: ServerProcess, options: SoakOptions): Promise<SoakReport> {
  const random = new Seeded(options.seed);
  const startedAt = performance.now();
  const total = { visits: 0, maps: 0, acknowledged: 0, lost: 0 };
  const isOver = (): boolean => performance.now() - startedAt >= options.durationMs;
  const newPlace = async (): Promise<Place> => {
    total.maps++;
    return { map: await server.createMap({ title: "Soaked" }), keys: [], visits: 0, present: 0 };
  };
  const places: Place[] = [];
  for (let index = 0; index < options.rooms; index++) places.push(await newPlace());

  async function visit(): Promise<void> {
    const open = places.filter(({ visits }) => visits < options.visitsPerMap);
    const place = open[random.integer(open.length)];
    if (place === undefined) return pause(writeEveryMs);
    place.visits++;
    place.present++;
    total.visits++;
    await writeIn(server, place, total.visits, 1 + random.integer(mostWritesPerVisit));
    place.present--;
    if (place.visits < options.visitsPerMap || place.present > 0) return;
    await lookThrough(server, place, total);
    await deleteMap(server, place.map);
    places[places.indexOf(place)] = await newPlace();
  }

  const samples: SoakSample[] = [];
  const sample = (): void => {
    const { residentMib } = figuresOf(server.pid) ?? {};
    const atMs = performance.now() - startedAt;
    const taken = { atMs, visits: total.visits, residentMib, openFiles: openFilesOf(server.pid) };
    samples.push(taken);
    options.onSample?.(taken);
  };
  sample();
  const sampling = setInterval(sample, options.sampleEveryMs);
  const people = Array.from({ length: options.people }, async () => {
    while (!isOver()) await visit();
  });
  try {
    await Promise.all(people);
  } finally {
    clearInterval(sampling);
  }
  for (const place of places) await lookThrough(server, place, total);
  await pause(settleMs);
  sample();
  const steady = samples.filter(({ atMs }) => atMs >= options.durationMs * warmUpShare);
  return { ...total, samples, residentMibPerHour: slopePerHour(steady) };
}

async function writeIn(server: ServerProcess, place: Place, number: number, writes: number): Promise<void> {
  const client = await stockClient(server, place.map, "edit", addressOfNumber(number));
  await synced(client);
  for (let count = 0; count < writes; count++) {
    const key = `${number}-${count}`;
    client.ydoc.getMap("probe").set(key, number);
    await client.saved();
    place.keys.push(key);
    await pause(writeEveryMs);
  }
  client.end();
}

async function lookThrough(
  server: ServerProcess,
  { map, keys }: Place,
  total: { acknowledged: number; lost: number },
): Promise<void> {
  const client = await stockClient(server, map, "view");
  await synced(client);
  const probe = client.ydoc.getMap("probe");
  total.acknowledged += keys.length;
  total.lost += keys.filter((key) => !probe.has(key)).length;
  client.end();
}

async function deleteMap(server: ServerProcess, { id, secrets }: TestMap): Promise<void> {
  const headers = { authorization: `Bearer ${secrets.owner}` };
  const { status } = await server.call("DELETE", `/api/maps/${id}`, { headers });
  if (status !== 200) throw new Error(`Deleting a map answered ${status}.`);
}

/** Only Linux says it. */
function openFilesOf(pid: number): number | undefined {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return undefined;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

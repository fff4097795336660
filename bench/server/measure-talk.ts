/** A talk and those who follow it: all behind one address, as in a hall, and let in by one code. */
import type { JoinCodeResponse, JoinResponse } from "#shared/protocol/audience.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { ServerProcess } from "../../tests/support/server-process.ts";
import type { TestMap } from "../../tests/support/test-server.ts";
import { protocolsOf } from "../../tests/support/wire-client.ts";
import { addressHeader, type Door, doorsAt } from "./doors.ts";
import { type Durations, type LoadFigures, underCrowd } from "./measure-load.ts";
import { figuresOf } from "./process-figures.ts";
import { startBuilt, withFolder } from "./programs.ts";

export type TalkFigures = Readonly<{
  followers: number;
  /** A step that is taken now and then, and a pointer that moves all the while. */
  steps: LoadFigures;
  pointer: LoadFigures | undefined;
  /** All of them join at once by the code: until the last has a session. */
  joinMs: number;
  /** The server's memory before anybody was there. */
  emptyMib: number;
}>;

/** Faster than anybody steps, so that a few seconds show enough of them. */
const stepsPerSecond = 4;
/** As often as presence leaves. */
const pointsPerSecond = 20;
const hall = 1;
const elsewhere = 2;

/** Measures a talk for each of these numbers of followers, on a fresh server; the pointer only with the most. */
export async function measureTalks(
  numbers: readonly number[],
  durations: Durations,
): Promise<readonly TalkFigures[]> {
  const most = Math.max(...numbers);
  const all: TalkFigures[] = [];
  for (const followers of numbers) all.push(await measureTalk(followers, followers === most, durations));
  return all;
}

function measureTalk(followers: number, hasPointer: boolean, durations: Durations): Promise<TalkFigures> {
  return withFolder(async (folder) => {
    const server = await startBuilt(folder);
    try {
      const map = await server.createMap({ title: "Talk" });
      const presenters = await doorsAt(server, map, { count: 1, link: "edit", firstNumber: elsewhere });
      const emptyMib = figuresOf(server.pid)?.residentMib ?? Number.NaN;
      const startedAt = performance.now();
      const tokens = await joinTogether(server, await codeOf(server, map), followers);
      const joinMs = performance.now() - startedAt;
      const talk = {
        dialect: "durable",
        rooms: [[...presenters, ...tokens.map((token) => doorOf(server, map.id, token))]],
        // Who follows hears what is said as well: hands, votes.
        onlookers: tokens.map((token) => doorOf(server, `${map.id}.talk`, token)),
        writers: 1,
        saysStage: true,
        hasPresence: false,
        ...durations,
      } as const;
      const steps = await underCrowd(server.pid, { ...talk, writesPerSecond: stepsPerSecond });
      const pointer = hasPointer
        ? await underCrowd(server.pid, { ...talk, writesPerSecond: pointsPerSecond })
        : undefined;
      return { followers, steps, pointer, joinMs, emptyMib };
    } finally {
      await server.terminate();
    }
  });
}

async function codeOf(server: ServerProcess, map: TestMap): Promise<string> {
  const headers = { authorization: `Bearer ${map.secrets.edit}` };
  const made = await server.post(`/api/maps/${map.id}/join-codes`, { for: "audience" }, headers);
  return ((await made.json()) as JoinCodeResponse).code;
}

async function joinTogether(server: ServerProcess, code: string, people: number): Promise<readonly string[]> {
  if (people > limits.maxJoinsPerAddressPerMinute) throw new Error("No hall holds so many people");
  const join = async (): Promise<string> => {
    const response = await server.post("/api/join", { code }, addressHeader(hall));
    if (response.status !== 200) throw new Error(`Joining answered ${response.status}`);
    return ((await response.json()) as JoinResponse).token;
  };
  return Promise.all(Array.from({ length: people }, join));
}

function doorOf(server: ServerProcess, room: string, token: string): Door {
  const url = `${server.syncUrl}/${room}?audience=1`;
  return { url, room, protocols: protocolsOf(token), headers: addressHeader(hall) };
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { MapId } from "#shared/protocol/rooms.ts";
import { silentLog } from "../../server/logging.ts";
import { LogWatch, StoreError } from "../../server/rooms/index.ts";
import { BenchPeer } from "../support/bench-peer.ts";
import { BusNetwork } from "../support/bus-network.ts";
import { FailingStore } from "../support/failing-store.ts";
import { ManualScheduler } from "../support/manual-scheduler.ts";
import { type RoomBench, readStored, roomBench } from "../support/rooms.ts";

const people = 4;
const processes = 2;

type Act = Readonly<{
  does:
    | "write"
    | "connect"
    | "drop"
    | "barrier"
    | "turn"
    | "wait"
    | "read"
    | "lose"
    | "cut"
    | "mend"
    | "store fails"
    | "answer is lost"
    | "store works"
    | "kill";
  who: number;
  at: number;
}>;

const arbitraryAct: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(people - 1),
  at: fc.nat(processes - 1),
  does: fc.oneof(
    ...(
      [
        ["write", 20],
        ["turn", 10],
        ["barrier", 8],
        ["connect", 5],
        ["drop", 2],
        ["wait", 2],
        ["read", 10],
        ["lose", 2],
        ["cut", 1],
        ["mend", 1],
        ["store fails", 1],
        ["answer is lost", 1],
        ["store works", 2],
        ["kill", 1],
      ] as const
    ).map(([does, weight]) => ({ arbitrary: fc.constant(does), weight })),
  ),
});

/** A database whose connection may break after the commit and before the answer: nobody knows then what became of it. */
class DistantStore extends FailingStore {
  losesAnswers = false;

  override async append(id: MapId, records: readonly Uint8Array[]): Promise<number> {
    const head = await super.append(id, records);
    if (this.losesAnswers) throw new StoreError("failed", "made to fail after the commit");
    return head;
  }
}

type Process = Readonly<{ name: string; bench: RoomBench; watch: LogWatch }>;
type Person = { peer: BenchPeer; at: number; promised: Map<number, Uint8Array> };

class World {
  readonly store = new DistantStore();
  readonly people: readonly Person[] = Array.from({ length: people }, () => ({
    peer: new BenchPeer(),
    at: 0,
    promised: new Map(),
  }));
  /** Barriers answered so far, that is, promises that were checked. */
  answered = 0;
  readonly #network = new BusNetwork();
  readonly #scheduler = new ManualScheduler();
  readonly #processes: Process[] = [];
  #started = 0;
  #written = 0;
  #barriers = 0;

  static async create(): Promise<World> {
    const world = new World();
    for (let at = 0; at < processes; at++) world.#processes.push(await world.#start());
    for (const [index, person] of world.people.entries()) {
      await world.#connect(person, index % processes);
      person.peer.readsAtOnce = false;
    }
    return world;
  }

  async play({ does, who, at }: Act): Promise<void> {
    const person = this.people[who];
    if (person === undefined) return;
    switch (does) {
      case "write":
        this.#written++;
        person.peer.ydoc.getMap("probe").set(`key ${this.#written % 30}`, this.#written);
        return;
      case "connect":
        if (!person.peer.isConnected) await this.#connect(person, at);
        return;
      case "drop":
        person.peer.drop();
        return;
      case "barrier":
        this.#askIfSaved(person);
        return;
      case "turn":
        return this.#scheduler.settle();
      case "wait":
        return this.#scheduler.advance(1_500);
      case "read":
        person.peer.read();
        return;
      case "lose":
        this.#network.losing++;
        return;
      case "cut":
        this.#network.isCut = true;
        return;
      case "mend":
        this.#network.mend();
        return;
      case "store fails":
        this.store.failWith = "failed";
        return;
      case "answer is lost":
        this.store.losesAnswers = true;
        return;
      case "store works":
        this.#heal();
        return;
      case "kill":
        return this.#kill(at);
    }
  }

  /** Everybody is back, and the line is cut: what anybody missed has to be found in the log. */
  async end(): Promise<void> {
    this.#heal();
    this.#network.isCut = true;
    for (const person of this.people) {
      person.peer.readsAtOnce = true;
      person.peer.read();
      if (!person.peer.isConnected) await this.#connect(person, person.at);
    }
    await this.#scheduler.advance(20_000);
    await this.expectPromisesKept();
    for (const { watch } of this.#processes) watch.end();
  }

  async expectPromisesKept(): Promise<void> {
    const stored = await readStored(this.store);
    let lacking = 0;
    stored.on("update", () => {
      lacking++;
    });
    for (const { peer, promised } of this.people) {
      for (const payload of peer.saved.splice(0)) {
        const state = promised.get(payload);
        if (state === undefined) continue;
        promised.delete(payload);
        this.answered++;
        Y.applyUpdate(stored, state);
      }
    }
    expect(lacking).toBe(0);
  }

  #heal(): void {
    this.store.failWith = undefined;
    this.store.losesAnswers = false;
  }

  async #start(): Promise<Process> {
    this.#started++;
    const name = `process ${this.#started}`;
    const { store } = this;
    const scheduler = this.#scheduler;
    const bench = await roomBench({ store, scheduler, bus: this.#network.join(name) });
    return { name, bench, watch: new LogWatch({ store, scheduler, log: silentLog }, bench.rooms) };
  }

  async #connect(person: Person, at: number): Promise<void> {
    const process = this.#processes[at];
    if (process === undefined) return;
    person.at = at;
    await person.peer.connect(process.bench);
  }

  #askIfSaved({ peer, promised }: Person): void {
    // Like the client: before it has answered, the server cannot know what it did offline.
    if (!peer.isConnected || !peer.hasAnswered) return;
    this.#barriers = (this.#barriers + 1) % 250;
    promised.set(this.#barriers, Y.encodeStateAsUpdate(peer.ydoc));
    peer.sendBarrier(this.#barriers);
  }

  /** What is in its memory is gone. Its timers run on in this world, but nobody hears what they do. */
  async #kill(at: number): Promise<void> {
    const killed = this.#processes[at];
    if (killed === undefined) return;
    await this.expectPromisesKept();
    killed.watch.end();
    this.#network.kill(killed.name);
    for (const person of this.people) {
      if (person.at !== at) continue;
      person.peer.drop();
      person.promised.clear();
    }
    this.#processes[at] = await this.#start();
  }
}

describe("people at two servers, a line and a database that all fail now and then", () => {
  it("[P1] [P2] [P5] [W6] end with one map for everybody and in the store, and no promise broken", async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryAct, { maxLength: 150, size: "max" }), async (acts) => {
        const world = await World.create();
        for (const act of acts) await world.play(act);
        await world.end();
        answered += world.answered;
        const stored = (await readStored(world.store)).getMap("probe").toJSON();
        for (const { peer } of world.people) expect(peer.ydoc.getMap("probe").toJSON()).toEqual(stored);
      }),
      { numRuns: 100, seed: 20_261_122 },
    );
    // Else the promises would be kept because none was made.
    expect(answered).toBeGreaterThanOrEqual(100);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ArgumentDoc } from "#shared/doc/index.ts";
import type { Command } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { arbitraryCommand, idPool, opening } from "../fixtures/model/arbitrary-commands.ts";
import { BenchPeer } from "../support/bench-peer.ts";
import { FailingStore } from "../support/failing-store.ts";
import { type RoomBench, readStored, roomBench } from "../support/rooms.ts";

const names = ["p", "q", "r", "s"];

type Act = Readonly<{
  who: number;
  does:
    | "command"
    | "connect"
    | "drop"
    | "lag"
    | "catch up"
    | "read"
    | "turn"
    | "wait"
    | "barrier"
    | "disk fails"
    | "disk works"
    | "crash";
  command: Command;
}>;

/** Mostly edits and turns of the server's event loop; now and then something goes wrong. */
const arbitraryAct: fc.Arbitrary<Act> = fc.nat(names.length - 1).chain((who) => {
  const others = ["", ...names.filter((_, index) => index !== who)];
  const weights: readonly (readonly [Act["does"], number])[] = [
    ["command", 20],
    ["read", 8],
    ["turn", 8],
    ["barrier", 5],
    ["connect", 4],
    ["drop", 2],
    ["lag", 1],
    ["catch up", 1],
    ["wait", 1],
    ["disk fails", 1],
    ["disk works", 1],
    ["crash", 1],
  ];
  return fc.record({
    who: fc.constant(who),
    does: fc.oneof(...weights.map(([does, weight]) => ({ arbitrary: fc.constant(does), weight }))),
    command: arbitraryCommand(idPool(names[who], others)),
  });
});

/** What a person was told is saved: the state of his document when he asked. */
type Promised = { peer: BenchPeer; payload: number; state: Uint8Array };

class World {
  readonly store: FailingStore;
  readonly peers = names.map(() => new BenchPeer());
  readonly promised: Promised[] = [];
  /** Barriers answered so far, that is, promises that were checked. */
  answered = 0;
  bench: RoomBench;
  #barriers = 0;

  private constructor(store: FailingStore, bench: RoomBench) {
    this.store = store;
    this.bench = bench;
  }

  static async create(): Promise<World> {
    const store = new FailingStore();
    const world = new World(store, await roomBench({ store }));
    const [first] = world.peers;
    for (const peer of world.peers) await peer.connect(world.bench);
    for (const command of opening) first?.map.apply(command, "import");
    await world.bench.scheduler.settle();
    for (const peer of world.peers) peer.readsAtOnce = false;
    return world;
  }

  async play({ who, does, command }: Act): Promise<void> {
    const peer = this.peers[who];
    if (peer === undefined) return;
    switch (does) {
      case "command":
        // Like the client: nobody edits a map that he has not seen yet.
        if (peer.map.meta.title !== "") peer.map.apply(command, "user");
        return;
      case "connect":
        if (!peer.isConnected) await peer.connect(this.bench);
        return;
      case "drop":
        peer.drop();
        return;
      case "lag":
        peer.backlog = limits.laggingAboveBytes + 1;
        return;
      case "catch up":
        peer.backlog = 0;
        return;
      case "read":
        peer.read();
        return;
      case "turn":
        await this.bench.scheduler.settle();
        return;
      case "wait":
        await this.bench.scheduler.advance(7_000);
        return;
      case "barrier":
        this.#askIfSaved(peer);
        return;
      case "disk fails":
        this.store.failWith = "failed";
        return;
      case "disk works":
        this.store.failWith = undefined;
        return;
      case "crash":
        await this.#crash();
        return;
    }
  }

  /** Everything works again, everybody is there, and everything has been said. */
  async end(): Promise<void> {
    this.store.failWith = undefined;
    for (const peer of this.peers) {
      peer.readsAtOnce = true;
      peer.read();
      peer.backlog = 0;
      if (!peer.isConnected) await peer.connect(this.bench);
    }
    await this.bench.scheduler.advance(20_000);
  }

  #askIfSaved(peer: BenchPeer): void {
    // Like the client: before it has answered, the server cannot know what it did offline.
    if (!peer.isConnected || !peer.hasAnswered) return;
    this.#barriers = (this.#barriers + 1) % 250;
    const payload = this.#barriers;
    this.promised.push({ peer, payload, state: Y.encodeStateAsUpdate(peer.ydoc) });
    peer.sendBarrier(payload);
  }

  /** The process dies: what is in its memory is gone, and another one starts on the same store. */
  async #crash(): Promise<void> {
    for (const peer of this.peers) peer.drop();
    await this.expectPromisesKept();
    this.promised.length = 0;
    for (const peer of this.peers) peer.saved.length = 0;
    this.store.failWith = undefined;
    this.bench = await roomBench({ store: this.store });
  }

  async expectPromisesKept(): Promise<void> {
    const stored = await readStored(this.store);
    let lacking = 0;
    const kept = this.promised.filter(({ peer, payload }) => peer.saved.includes(payload));
    this.answered += kept.length;
    stored.on("update", () => {
      lacking++;
    });
    for (const { state } of kept) Y.applyUpdate(stored, state);
    expect(lacking).toBe(0);
  }
}

describe("people, a server and a disk that all fail now and then", () => {
  it("[W5] [W6] [S6] end with one map for everybody and in the store, and no promise broken", async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryAct, { maxLength: 150, size: "max" }), async (acts) => {
        const world = await World.create();
        for (const act of acts) await world.play(act);
        await world.end();
        await world.expectPromisesKept();
        answered += world.answered;
        const stored = new ArgumentDoc(await readStored(world.store), () => 1);
        for (const { map, denials, closedWith } of world.peers) {
          expect(map.toPlainMap()).toEqual(stored.toPlainMap());
          expect([denials, closedWith]).toEqual([[], undefined]);
        }
      }),
      { numRuns: 80, seed: 20_261_122 },
    );
    // Else the promises would be kept because none was made.
    expect(answered).toBeGreaterThanOrEqual(100);
  });
});

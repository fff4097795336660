import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { RoomId } from "#shared/protocol/rooms.ts";
import { BenchPeer } from "../../tests/support/bench-peer.ts";
import { BusNetwork } from "../../tests/support/bus-network.ts";
import { presenceFrame } from "../../tests/support/frames.ts";
import { ManualScheduler } from "../../tests/support/manual-scheduler.ts";
import { roomBench, testMapId } from "../../tests/support/rooms.ts";
import { silentLog } from "../logging.ts";
import { MemoryDocumentStore } from "../storage/memory/memory-document-store.ts";
import { LogWatch } from "./log-watch.ts";
import type { StoredDocument } from "./ports.ts";

/** One store, and a room of the same map in each of two processes. */
async function twoProcesses(store = new MemoryDocumentStore()) {
  const network = new BusNetwork();
  const scheduler = new ManualScheduler();
  const here = await roomBench({ store, scheduler, bus: network.join("here") });
  const there = await roomBench({ store, scheduler, bus: network.join("there") });
  return { store, network, scheduler, here, there };
}

async function annAndBen(store?: MemoryDocumentStore) {
  const processes = await twoProcesses(store);
  const [ann, ben] = [new BenchPeer(), new BenchPeer()];
  await ann.connect(processes.here);
  await ben.connect(processes.there);
  return { ...processes, ann, ben };
}

function probeOf({ ydoc }: BenchPeer): unknown {
  return ydoc.getMap("probe").toJSON();
}

describe("rooms of one map in two processes", () => {
  it("[P2] read what they have missed as soon as the line is there again", async () => {
    const { network, scheduler, ann, ben } = await annAndBen();
    network.isCut = true;
    ann.ydoc.getMap("probe").set("a", 1);
    await scheduler.settle();
    expect(probeOf(ben)).toEqual({});
    network.mend();
    await scheduler.settle();
    expect(probeOf(ben)).toEqual({ a: 1 });
  });

  it("[P2] find within a second what no message told of, though the line is cut for good", async () => {
    const { store, network, scheduler, there, ann, ben } = await annAndBen();
    const watch = new LogWatch({ store, scheduler, log: silentLog }, there.rooms);
    network.isCut = true;
    ann.ydoc.getMap("probe").set("a", 1);
    await scheduler.settle();
    expect(probeOf(ben)).toEqual({});
    await scheduler.advance(1_000);
    expect(probeOf(ben)).toEqual({ a: 1 });
    watch.end();
    ann.ydoc.getMap("probe").set("b", 1);
    await scheduler.advance(5_000);
    expect(probeOf(ben)).toEqual({ a: 1 });
  });

  it("[P2] go on looking when the store could not be asked", async () => {
    let isAway = true;
    class SometimesAway extends MemoryDocumentStore {
      override heads(ids: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>> {
        return isAway ? Promise.reject(new Error("made to fail")) : super.heads(ids);
      }
    }
    const { store, network, scheduler, there, ann, ben } = await annAndBen(new SometimesAway());
    const watch = new LogWatch({ store, scheduler, log: silentLog }, there.rooms);
    network.isCut = true;
    ann.ydoc.getMap("probe").set("a", 1);
    await scheduler.advance(2_000);
    expect(probeOf(ben)).toEqual({});
    isAway = false;
    await scheduler.advance(1_000);
    expect(probeOf(ben)).toEqual({ a: 1 });
    watch.end();
  });

  it("[P3] read from the log what is too large to be told", async () => {
    const { scheduler, ann, ben } = await annAndBen();
    ann.ydoc.getMap("probe").set("large", "x".repeat(300_000));
    await scheduler.settle();
    expect(ben.ydoc.getMap("probe").has("large")).toBe(true);
  });

  it("[S12] miss nothing that is told while they load", async () => {
    let release: () => void = () => undefined;
    class SlowFirstLoad extends MemoryDocumentStore {
      isSlow = false;
      override async load(id: RoomId, after?: number): Promise<StoredDocument | undefined> {
        const stored = await super.load(id, after);
        if (!this.isSlow) return stored;
        this.isSlow = false;
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return stored;
      }
    }
    const store = new SlowFirstLoad();
    const { scheduler, here, there } = await twoProcesses(store);
    const [ann, ben] = [new BenchPeer(), new BenchPeer()];
    await ann.connect(here);
    store.isSlow = true;
    const joining = ben.connect(there);
    await scheduler.settle();
    ann.ydoc.getMap("probe").set("meanwhile", 1);
    await scheduler.settle();
    release();
    await joining;
    await scheduler.settle();
    expect(probeOf(ben)).toEqual({ meanwhile: 1 });
  });

  it("[S12] take it in once, however often and in whichever parts they are told", async () => {
    const { store, scheduler, ann, ben } = await annAndBen();
    const lost = new Y.Doc();
    lost.getMap("probe").set("lost", 1);
    await store.append(testMapId, [Y.encodeStateAsUpdate(lost)]);
    for (let index = 0; index < 20; index++) {
      ann.ydoc.getMap("probe").set(`a${index % 3}`, index);
      ben.ydoc.getMap("probe").set(`b${index % 3}`, index);
      if (index % 4 === 0) await scheduler.settle();
    }
    await scheduler.settle();
    const expected = { lost: 1, a0: 18, a1: 19, a2: 17, b0: 18, b1: 19, b2: 17 };
    expect([probeOf(ann), probeOf(ben)]).toEqual([expected, expected]);
    // One record each turn: nothing was logged again by whoever heard of it.
    expect((await store.load(testMapId))?.head).toBeLessThanOrEqual(2 + 2 * 20);
  });
});

describe("presence in two processes", () => {
  it("[W21] [P8] an audience is shown those who may edit, whichever process they are at, and that they have gone", async () => {
    const { network, scheduler, here, there } = await twoProcesses();
    const follower = await there.follow();
    const [editor, viewer] = [await here.join("editor"), await here.join("viewer")];
    const stage = { talk: "t" };
    editor.connection.receive(presenceFrame([[77, 1, { stage }]]));
    viewer.connection.receive(presenceFrame([[88, 1, { role: "owner", stage }]]));
    await scheduler.advance(200);
    const told = () => new Map(follower.socket.takeOf("presence").flatMap(({ states }) => [...states]));
    expect(told()).toEqual(new Map([[77, { clock: 1, state: { stage, role: "editor" } }]]));
    network.kill("here");
    await scheduler.advance(200);
    expect(told()).toEqual(new Map([[77, { clock: 2, state: null }]]));
  });

  it("[P4] [W9] goes with the process that has ended, and no other", async () => {
    const { network, scheduler, here, there } = await twoProcesses();
    const [ann, ben, cat] = [await here.join(), await there.join(), await there.join()];
    ann.connection.receive(presenceFrame([[77, 1, { name: "Ann" }]]));
    cat.connection.receive(presenceFrame([[88, 1, { name: "Cat" }]]));
    await scheduler.advance(100);
    ben.socket.take();
    network.giveUp("here");
    await scheduler.advance(100);
    const gone = ben.socket.takeOf("presence")[0]?.states;
    expect(gone && [...gone]).toEqual([[77, { clock: 2, state: null }]]);
    const dan = await there.join();
    const [present] = dan.socket.takeOf("presence");
    expect([...(present?.states.keys() ?? [])]).toEqual([88]);
  });

  it("[P4] [W10] comes back when its process was not gone after all: the client is told, and raises its clock", async () => {
    const { network, scheduler, here, there } = await twoProcesses();
    const [ann, ben] = [await here.join(), await there.join()];
    ann.connection.receive(presenceFrame([[77, 5, { name: "Ann" }]]));
    await scheduler.advance(100);
    network.giveUp("here");
    await scheduler.advance(100);
    ann.socket.take();
    ben.socket.take();
    ann.connection.receive(presenceFrame([[77, 6, { name: "Ann" }]]));
    await scheduler.advance(100);
    const told = ann.socket.takeOf("presence").at(-1)?.states.get(77);
    expect(told).toEqual({ clock: 6, state: null });
    ann.connection.receive(presenceFrame([[77, 7, { name: "Ann" }]]));
    await scheduler.advance(100);
    expect(ben.socket.takeOf("presence").at(-1)?.states.get(77)?.state).toMatchObject({ name: "Ann" });
  });

  it("[P4] each process speaks for its own clients alone", async () => {
    const { network, scheduler, here, there, store } = await twoProcesses();
    const [ann, ben] = [await here.join(), await there.join()];
    ann.connection.receive(presenceFrame([[77, 1, { name: "Ann" }]]));
    ben.connection.receive(presenceFrame([[88, 1, { name: "Ben" }]]));
    await scheduler.advance(100);
    // A third process asks who is there; what "there" knows of Ann is not its to tell.
    const third = await roomBench({ store, scheduler, bus: network.join("third") });
    await third.join();
    await scheduler.advance(100);
    network.giveUp("here");
    await scheduler.advance(100);
    const eve = await third.join();
    expect([...(eve.socket.takeOf("presence")[0]?.states.keys() ?? [])]).toEqual([88]);
  });
});

import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { cardRef, type RecordType } from "#shared/model/index.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { glimpseSchema } from "#shared/protocol/glimpse.ts";
import { limits } from "#shared/protocol/limits.ts";
import { aCard, anArgument, card, mapOf } from "../../tests/fixtures/model/build.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { updateFrame } from "../../tests/support/frames.ts";
import { type BenchClient, readStored, roomBench, testMapId } from "../../tests/support/rooms.ts";
import { createDocument } from "./draft.ts";
import { LiveGlimpse } from "./glimpse.ts";

let lastWriter = 1_000;

/** A change of just so many bytes, each by somebody else. */
function updateOf(bytes: number, document = new Y.Doc(), key = "key"): Uint8Array {
  lastWriter++;
  const state = Y.encodeStateAsUpdate(document);
  const written = (length: number): Uint8Array => {
    const copy = new Y.Doc();
    copy.clientID = lastWriter;
    Y.applyUpdate(copy, state);
    const before = Y.encodeStateVector(copy);
    copy.getMap("probe").set(key, "x".repeat(length));
    return Y.encodeStateAsUpdate(copy, before);
  };
  const most = written(bytes).byteLength;
  const update = written(bytes - (most - bytes));
  if (update.byteLength !== bytes) throw new Error(`There is no change of ${bytes} bytes.`);
  Y.applyUpdate(document, update);
  return update;
}

describe("a full map, at the limit of what it still takes", () => {
  it.each([
    ["just below", limits.maxUpdateBytesWhenFull - 1, undefined],
    ["just at", limits.maxUpdateBytesWhenFull, closeCode.documentFull],
  ])("[W15] %s: a change of %d bytes", async (_name, bytes, code) => {
    const { join } = await roomBench();
    const document = new Y.Doc();
    const { connection, socket } = await join();
    connection.receive(updateFrame(updateOf(limits.maxDocumentBytes, document, "large")));
    expect(socket.closed).toBeUndefined();
    connection.receive(updateFrame(updateOf(bytes, document)));
    expect(socket.closed?.code).toBe(code);
  });
});

describe("a room that cannot save, at the limit of what may wait", () => {
  it("[S7] takes the change that comes while just as much waits as may, and not the next", async () => {
    const store = new FailingStore();
    const { join, scheduler } = await roomBench({ store });
    const { connection, socket } = await join();
    store.failWith = "full";
    const document = new Y.Doc();
    const part = limits.maxUnsavedBytesPerRoom / 4;
    for (let count = 0; count < 4; count++)
      connection.receive(updateFrame(updateOf(part, document, "overwritten")));
    await scheduler.settle();
    connection.receive(updateFrame(updateOf(100, document)));
    expect(socket.closed).toBeUndefined();
    connection.receive(updateFrame(updateOf(100, document)));
    expect(socket.closed?.code).toBe(closeCode.unavailable);
  });
});

describe("a reader that is slow, at the limits of it", () => {
  async function pair(): Promise<
    Readonly<{ slow: BenchClient; wait: (ms: number) => Promise<void>; write: () => Promise<void> }>
  > {
    const { join, scheduler } = await roomBench();
    const [ann, slow] = [await join(), await join()];
    const document = new Y.Doc();
    return {
      slow,
      wait: (ms) => scheduler.advance(ms),
      write: () => {
        ann.connection.receive(updateFrame(updateOf(60, document)));
        return scheduler.settle();
      },
    };
  }

  it.each([
    ["as much waits as may", limits.laggingAboveBytes, 1],
    ["one byte more", limits.laggingAboveBytes + 1, 0],
  ])("[W12] %s: the next change is sent, or held back", async (_name, bytes, sent) => {
    const { slow, write } = await pair();
    slow.socket.bufferedBytes = bytes;
    await write();
    slow.socket.take();
    await write();
    expect(slow.socket.takeOf("update")).toHaveLength(sent);
  });

  it.each([
    ["still too much", limits.caughtUpBelowBytes, 0],
    ["one byte less", limits.caughtUpBelowBytes - 1, 1],
  ])("[W12] %s: it is sent what it missed, or goes on waiting", async (_name, bytes, sent) => {
    const { slow, wait, write } = await pair();
    slow.socket.bufferedBytes = limits.laggingAboveBytes + 1;
    await write();
    slow.socket.take();
    await write();
    slow.socket.bufferedBytes = bytes;
    await wait(1_000);
    expect(slow.socket.takeOf("update")).toHaveLength(sent);
  });

  it.each([
    ["as much as may", limits.maxBufferedBytes, undefined],
    ["one byte more", limits.maxBufferedBytes + 1, closeCode.tooSlow],
  ])("[W12] %s waits for it", async (_name, bytes, code) => {
    const { slow, wait } = await pair();
    slow.socket.bufferedBytes = bytes;
    await wait(1_000);
    expect(slow.socket.closed?.code).toBe(code);
  });
});

describe("the tail of the log, at its limits", () => {
  async function tailAfter(updates: readonly Uint8Array[]): Promise<number> {
    const { join, scheduler, store } = await roomBench();
    const { connection } = await join();
    for (const update of updates) {
      connection.receive(updateFrame(update));
      await scheduler.settle();
    }
    const stored = await store.load(testMapId);
    expect((await readStored(store)).getMap("probe").size).toBeGreaterThan(0);
    return stored?.tail.length ?? 0;
  }

  it("[S4] as many records as may be, and one less", async () => {
    const document = new Y.Doc();
    const records: Uint8Array[] = [];
    document.on("update", (update: Uint8Array) => records.push(update));
    // The first record is the empty map itself.
    for (let index = 1; index < limits.maxTailRecords; index++) document.getMap("probe").set("key", index);
    expect(await tailAfter(records.slice(0, -1))).toBe(limits.maxTailRecords - 1);
    expect(await tailAfter(records)).toBe(0);
  });

  it("[S4] as many bytes as may be, and clearly fewer", async () => {
    // Beside it the record of the empty map counts, which has some hundred bytes.
    expect(await tailAfter([updateOf(limits.maxTailBytes - 1_000)])).toBe(2);
    expect(await tailAfter([updateOf(limits.maxTailBytes)])).toBe(0);
  });
});

describe("a glimpse, at its limits", () => {
  it("[S14] shows so many cards and links, however many lie in the corner", () => {
    const ids = Array.from({ length: limits.minGlimpsedCards }, (_, index) => `c${index}`);
    // All on one spot, each a reason for the first, three times over.
    const places = Object.fromEntries(ids.map((id) => [id, [0, 0] as const]));
    const links = ids
      .slice(1)
      .flatMap((id) => ["x", "y", "z"].map((name) => anArgument(`${name}${id}`, [id], cardRef(card("c0")))));
    const made = createDocument(mapOf([...ids.map((id) => aCard(id)), ...links], places));
    if (!made.ok) throw new Error(made.error.message);
    const sent: unknown = JSON.parse(new TextDecoder().decode(made.value.glimpse));
    const shown = glimpseSchema.safeParse(sent).data?.map;
    const count = (type: RecordType): number =>
      [...(shown?.records.values() ?? [])].filter((record) => record.type === type).length;
    expect([count("card"), count("argument")]).toEqual([limits.maxGlimpsedCards, limits.maxGlimpsedLinks]);
  });

  it("[H8] of an open map may be just so old", () => {
    let made = 0;
    const glimpse = new LiveGlimpse(() => Uint8Array.of(++made));
    expect(glimpse.get(0)).toEqual(Uint8Array.of(1));
    glimpse.outdate();
    expect(glimpse.get(limits.glimpseAgeMs - 1)).toEqual(Uint8Array.of(1));
    expect(glimpse.get(limits.glimpseAgeMs)).toEqual(Uint8Array.of(2));
  });
});

import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { cardRef } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { type Role, roles } from "#shared/protocol/roles.ts";
import { talkRoomOf } from "#shared/protocol/rooms.ts";
import { type CommentId, type ParticipantId, TalkDoc, type ThreadId } from "#shared/talk/index.ts";
import { card } from "../../tests/fixtures/model/build.ts";
import { mutate } from "../../tests/fuzz/mutate.ts";
import { sampleFrames } from "../../tests/fuzz/sample-frames.ts";
import { Seeded } from "../../tests/fuzz/seeded.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { answerFrame, askFrame, presenceFrame, updateFrame } from "../../tests/support/frames.ts";
import { ManualScheduler } from "../../tests/support/manual-scheduler.ts";
import { MemorySocket } from "../../tests/support/memory-socket.ts";
import { participant, type RoomBench, readStored, roomBench, testMapId } from "../../tests/support/rooms.ts";
import { LocalBus } from "../bus/local-bus.ts";
import { MemoryDocumentStore } from "../storage/memory/memory-document-store.ts";

const room = talkRoomOf(testMapId);

async function listen(bench: RoomBench, role: Role) {
  const socket = new MemorySocket();
  const connection = await bench.rooms.join(room, socket, participant(role));
  if (connection === undefined) throw new Error("not let in");
  socket.onClose = connection.leave;
  return { socket, connection };
}

let said = 0;
function say(talk: TalkDoc): void {
  sayThat(talk, "Really?");
}

function sayThat(talk: TalkDoc, text: string): void {
  const [thread, id] = [`t${++said}` as ThreadId, `c${said}` as CommentId];
  talk.startThread({ id: thread, on: cardRef(card("a")), createdAt: said });
  const author = "ann" as ParticipantId;
  talk.addComment({ id, thread, author, name: "Ann", text, mentions: [], createdAt: said });
}

/** Edits in the room; a store that fails does so at once. */
async function edit<T>(bench: RoomBench, task: (talk: TalkDoc) => T): Promise<T> {
  const done = bench.rooms.use(room, (open) => open.editTalk(task));
  const settled = done.catch(() => undefined);
  await bench.scheduler.settle();
  await settled;
  return done;
}

const count = (bench: RoomBench): Promise<number> =>
  bench.rooms.use(room, (open) => open.readTalk((talk) => talk.read().threads.length));

/** What a client could try to write: into what is there, into roots of its own, and deletions. */
function forgeries(known: Y.Doc): readonly Uint8Array[] {
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(known));
  const before = Y.encodeStateVector(forged);
  for (const [, comment] of forged.getMap<Y.Map<unknown>>("comments")) comment.set("text", "forged");
  const edit = Y.encodeStateAsUpdate(forged, before);
  forged.getMap("people").set("ann", "Somebody else");
  const people = Y.encodeStateAsUpdate(forged, before);
  forged.getMap("comments").clear();
  return [edit, people, Y.encodeStateAsUpdate(forged, before), Y.encodeStateAsUpdate(forged)];
}

describe("the room of what is said about a map", () => {
  it.each(roles)("[T1] no frame of a client writes it, whatever the role: %s", async (role) => {
    const bench = await roomBench();
    await edit(bench, say);
    const [writer, other] = [await listen(bench, role), await listen(bench, "viewer")];
    const known = await readStored(bench.store, room);
    const before = Y.encodeStateAsUpdate(known);
    other.socket.take();
    for (const update of forgeries(known))
      for (const frame of [updateFrame(update), answerFrame(update)]) writer.connection.receive(frame);
    writer.connection.receive(presenceFrame([[7, 1, { user: { name: "Ann", color: "#000000" } }]]));
    await bench.scheduler.advance(1_000);
    expect(Y.encodeStateAsUpdate(await readStored(bench.store, room))).toEqual(before);
    expect(other.socket.take()).toEqual([]);
    expect(writer.socket.takeOf("denied")).toHaveLength(1);
    expect(writer.socket.closed).toBeUndefined();
  });

  it("[T1] nor do thousands of damaged frames", { timeout: 60_000 }, async () => {
    const bench = await roomBench();
    await edit(bench, say);
    const known = await readStored(bench.store, room);
    const before = Y.encodeStateAsUpdate(known);
    const forged = forgeries(known).flatMap((update) => [updateFrame(update), answerFrame(update)]);
    const [first, ...others] = sampleFrames();
    const samples: [Uint8Array, ...Uint8Array[]] = [first, ...others, ...forged];
    const random = new Seeded(20_261_122);
    let writer = await listen(bench, "owner");
    for (let count = 0; count < 3_000; count++) {
      if (writer.socket.closed !== undefined) writer = await listen(bench, "owner");
      writer.connection.receive(random.isOnceIn(3) ? random.one(samples) : mutate(random, samples));
      writer.socket.take();
    }
    await bench.scheduler.advance(1_000);
    expect(Y.encodeStateAsUpdate(await readStored(bench.store, room))).toEqual(before);
  });

  it("[T1] whoever listens is sent what is there, and then what is said", async () => {
    const bench = await roomBench();
    const { socket, connection } = await listen(bench, "viewer");
    const ydoc = new Y.Doc();
    connection.receive(askFrame(Y.encodeStateVector(ydoc)));
    await edit(bench, say);
    await bench.scheduler.advance(10);
    for (const frame of socket.take())
      if (frame.type === "answer" || frame.type === "update") Y.applyUpdate(ydoc, frame.bytes);
    expect(ydoc.getMap("comments").size).toBe(1);
  });

  it("[T2] is on disk when the edit is done, and comes back with a new room", async () => {
    const bench = await roomBench();
    await edit(bench, say);
    const again = await roomBench({ store: bench.store });
    expect(await count(again)).toBe(1);
  });

  it("[T2] leaves no trace of an edit that could not be stored, and goes on afterwards", async () => {
    const store = new FailingStore();
    const bench = await roomBench({ store });
    await edit(bench, say);
    store.failWith = "full";
    await expect(edit(bench, say)).rejects.toMatchObject({ code: "full" });
    store.failWith = undefined;
    await bench.scheduler.advance(10_000);
    await edit(bench, say);
    expect(await count(bench)).toBe(2);
    expect((await readStored(store, room)).getMap("threads").size).toBe(2);
  });

  it("[T2] makes edits that come at once one after the other, in one name", async () => {
    const bench = await roomBench();
    const all = Promise.all(Array.from({ length: 20 }, () => edit(bench, say)));
    for (let turn = 0; turn < 100; turn++) await bench.scheduler.settle();
    await all;
    const stored = await readStored(bench.store, room);
    expect(stored.getMap("threads").size).toBe(20);
    expect(Y.decodeStateVector(Y.encodeStateVector(stored)).size).toBe(1);
  });

  it("[T2] [S12] what is said at two servers at once is kept at both, and comes to all who listen", async () => {
    const [store, bus, scheduler] = [new MemoryDocumentStore(), new LocalBus(), new ManualScheduler()];
    const here = await roomBench({ store, bus, scheduler });
    const there = await roomBench({ store, bus, scheduler });
    const listener = await listen(there, "viewer");
    await Promise.all([edit(here, say), edit(there, say)]);
    await edit(here, say);
    await scheduler.advance(100);
    expect([await count(here), await count(there)]).toEqual([3, 3]);
    expect((await readStored(store, room)).getMap("threads").size).toBe(3);
    const ydoc = new Y.Doc();
    for (const frame of listener.socket.take()) if (frame.type === "update") Y.applyUpdate(ydoc, frame.bytes);
    expect(ydoc.getMap("threads").size).toBe(3);
  });

  it("[S5] is not taken for empty when it cannot be read", async () => {
    const store = new MemoryDocumentStore();
    await store.append(room, [Uint8Array.of(0, 0)]);
    await store.compact(room, Uint8Array.of(255, 255, 255, 255), 1);
    await store.forgetPrevious(Number.POSITIVE_INFINITY);
    const bench = await roomBench({ store });
    await expect(count(bench)).rejects.toMatchObject({ code: "corrupt" });
    expect((await store.load(room))?.snapshot).toEqual(Uint8Array.of(255, 255, 255, 255));
  });

  it("[T5] takes no more than may be said", async () => {
    const bench = await roomBench();
    const text = "x".repeat(limits.maxTalkBytes - 10_000);
    await edit(bench, (talk) => sayThat(talk, text));
    const more = edit(bench, (talk) => sayThat(talk, "y".repeat(20_000)));
    await expect(more).rejects.toThrow("larger than a map may be");
  });

  it("[T22] lets hands be lowered however much is said", async () => {
    const full = new Y.Doc();
    const talk = new TalkDoc(full);
    for (const name of ["ann", "ben", "cat"])
      talk.raiseHand({ participant: name as ParticipantId, name, about: null, raisedAt: 1 });
    sayThat(talk, "x".repeat(limits.maxTalkBytes));
    const store = new MemoryDocumentStore();
    await store.append(room, [Y.encodeStateAsUpdate(full)]);
    const bench = await roomBench({ store });
    await edit(bench, (open) => open.lowerHand("ann" as ParticipantId));
    await expect(edit(bench, say)).rejects.toThrow("larger than a map may be");
    await edit(bench, (open) => open.lowerAllHands());
    const hands = await bench.rooms.use(room, (open) => open.readTalk((doc) => doc.read().hands));
    expect(hands).toEqual([]);
  });
});

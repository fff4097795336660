import { beforeEach, describe, expect, it } from "vitest";
import { cardRef } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { talkRoomOf } from "#shared/protocol/rooms.ts";
import type { CommentId, ParticipantId, TalkDoc, ThreadId } from "#shared/talk/index.ts";
import { addCard, card } from "../../tests/fixtures/model/build.ts";
import { type RoomBench, roomBench, testMapId } from "../../tests/support/rooms.ts";
import { MapTalk, type NamedSpeaker } from "./map-talk.ts";

const on = cardRef(card("a"));
const ann: NamedSpeaker = { id: "ann" as ParticipantId, role: "commenter", name: "Ann" };

let bench: RoomBench;
let talk: MapTalk;

beforeEach(async () => {
  bench = await roomBench();
  talk = new MapTalk(bench.rooms, bench.scheduler.now);
  await done(bench.rooms.use(testMapId, (room) => room.edit((map) => map.apply(addCard("a"), "user").ok)));
});

/** What comes of something that waits for the disk. */
async function done<T>(work: Promise<T>): Promise<T> {
  const settled = work.catch(() => undefined);
  for (let turn = 0; turn < 3; turn++) await bench.scheduler.settle();
  await settled;
  return work;
}

function fill(write: (doc: TalkDoc, index: number) => void, count: number): Promise<void> {
  return done(
    bench.rooms.use(talkRoomOf(testMapId), (room) =>
      room.editTalk((doc) => {
        for (let index = 0; index < count; index++) write(doc, index);
      }),
    ),
  );
}

function say(doc: TalkDoc, thread: ThreadId, id: string): void {
  const comment = id as CommentId;
  doc.addComment({ id: comment, thread, author: ann.id, name: "", text: "x", mentions: [], createdAt: 1 });
}

describe("how much may be said, at the limit and one above", () => {
  it("[T5] threads on a map", async () => {
    await fill((doc, index) => {
      const id = `t${index}` as ThreadId;
      doc.startThread({ id, on, createdAt: 1 });
      say(doc, id, `c${index}`);
    }, limits.maxThreadsPerMap - 1);
    expect((await done(talk.startThread(testMapId, ann, on, "the last"))).ok).toBe(true);
    const above = await done(talk.startThread(testMapId, ann, on, "one more"));
    expect(above).toEqual({ ok: false, error: "full" });
  });

  it("[T5] comments in a thread", async () => {
    const id = "t" as ThreadId;
    await fill((doc, index) => {
      if (index === 0) doc.startThread({ id, on, createdAt: 1 });
      say(doc, id, `c${index}`);
    }, limits.maxCommentsPerThread - 1);
    expect((await done(talk.addComment(testMapId, ann, id, "the last"))).ok).toBe(true);
    const above = await done(talk.addComment(testMapId, ann, id, "one more"));
    expect(above).toEqual({ ok: false, error: "full" });
  });

  it("[T8] people who can be mentioned; whoever comes later can comment", async () => {
    await fill((doc, index) => {
      doc.introduce(`p${index}` as ParticipantId, `Person ${index}`);
    }, limits.maxTalkPeople);
    const said = await done(talk.startThread(testMapId, ann, on, "@Person 7, is it so?"));
    expect(said).toMatchObject({ ok: true, value: { comment: { name: "Ann", mentions: ["p7"] } } });
    const { people } = await talk.read(testMapId);
    expect([people.size, people.has(ann.id)]).toEqual([limits.maxTalkPeople, false]);
  });

  it("[T5] all that is said, in bytes", async () => {
    const id = "t" as ThreadId;
    await fill((doc) => {
      doc.startThread({ id, on, createdAt: 1 });
      const text = "x".repeat(limits.maxTalkBytes - 2_000);
      doc.addComment({ ...blank, id: "c" as CommentId, thread: id, text });
    }, 1);
    const above = await done(talk.addComment(testMapId, ann, id, "y".repeat(limits.maxCommentChars)));
    expect(above).toEqual({ ok: false, error: "full" });
    expect((await done(talk.addComment(testMapId, ann, id, "short"))).ok).toBe(true);
  });
});

const blank = { author: ann.id, name: "", mentions: [], createdAt: 1 } as const;

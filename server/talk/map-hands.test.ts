import { beforeEach, expect, it } from "vitest";
import { cardRef } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { talkRoomOf } from "#shared/protocol/rooms.ts";
import type { CommentId, ParticipantId, TalkDoc, ThreadId } from "#shared/talk/index.ts";
import { card } from "../../tests/fixtures/model/build.ts";
import { type RoomBench, roomBench, testMapId } from "../../tests/support/rooms.ts";
import { MapHands } from "./map-hands.ts";
import type { NamedSpeaker } from "./map-talk.ts";

let bench: RoomBench;
let hands: MapHands;

beforeEach(async () => {
  bench = await roomBench();
  hands = new MapHands(bench.rooms, bench.scheduler.now);
});

const someone = (number: number): NamedSpeaker => ({
  id: `p${number}` as ParticipantId,
  role: "viewer",
  name: "",
});

/** What comes of something that waits for the disk. */
async function done<T>(work: Promise<T>): Promise<T> {
  const settled = work.catch(() => undefined);
  for (let turn = 0; turn < 3; turn++) await bench.scheduler.settle();
  await settled;
  return work;
}

function write(edit: (talk: TalkDoc) => void): Promise<void> {
  return done(bench.rooms.use(talkRoomOf(testMapId), (room) => room.editTalk(edit)));
}

/** One comment of so many bytes. */
function say(bytes: number): Promise<void> {
  return write((talk) => {
    const [thread, id] = [`t${bytes}` as ThreadId, `c${bytes}` as CommentId];
    talk.startThread({ id: thread, on: cardRef(card("a")), createdAt: 1 });
    const text = "x".repeat(bytes);
    talk.addComment({ id, thread, author: someone(0).id, name: "", text, mentions: [], createdAt: 1 });
  });
}

it("[T22] as many hands are up as may be, and not one more, until one is lowered", async () => {
  await write((talk) => {
    for (let number = 1; number < limits.maxHandsPerMap; number++)
      talk.raiseHand({ participant: someone(number).id, name: "", about: null, raisedAt: number });
  });
  expect((await done(hands.raise(testMapId, someone(0), null))).ok).toBe(true);
  const late = someone(limits.maxHandsPerMap);
  expect(await done(hands.raise(testMapId, late, null))).toEqual({ ok: false, error: "full" });
  expect((await done(hands.raise(testMapId, someone(1), null))).ok).toBe(true);
  await done(hands.lower(testMapId, someone(0), someone(0).id));
  expect((await done(hands.raise(testMapId, late, null))).ok).toBe(true);
});

it("[T22] none is raised where half of what may be said is said; those that are up stay, and are lowered", async () => {
  await say(limits.maxTalkBytes / 2 - 2_000);
  for (const number of [1, 2, 3])
    expect((await done(hands.raise(testMapId, someone(number), null))).ok).toBe(true);
  await say(2_000);
  expect(await done(hands.raise(testMapId, someone(4), null))).toEqual({ ok: false, error: "full" });
  expect((await done(hands.raise(testMapId, someone(1), null))).ok).toBe(true);
  expect(await done(hands.lower(testMapId, someone(2), someone(2).id))).toEqual({ ok: true });
});

import { expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import { talkRoomOf } from "#shared/protocol/rooms.ts";
import type { ParticipantId } from "#shared/talk/index.ts";
import { roomBench, testMapId } from "../../tests/support/rooms.ts";
import { MapHands } from "./map-hands.ts";
import type { NamedSpeaker } from "./map-talk.ts";

it("[T22] as many hands are up as may be, and not one more, until one is lowered", async () => {
  const bench = await roomBench();
  const hands = new MapHands(bench.rooms, bench.scheduler.now);
  const done = async <T>(work: Promise<T>): Promise<T> => {
    for (let turn = 0; turn < 3; turn++) await bench.scheduler.settle();
    return work;
  };
  const someone = (number: number): NamedSpeaker => ({
    id: `p${number}` as ParticipantId,
    role: "viewer",
    name: "",
  });
  await done(
    bench.rooms.use(talkRoomOf(testMapId), (room) =>
      room.editTalk((talk) => {
        for (let number = 1; number < limits.maxHandsPerMap; number++)
          talk.raiseHand({ participant: someone(number).id, name: "", about: null, raisedAt: number });
      }),
    ),
  );
  expect((await done(hands.raise(testMapId, someone(0), null))).ok).toBe(true);
  const late = someone(limits.maxHandsPerMap);
  expect(await done(hands.raise(testMapId, late, null))).toEqual({ ok: false, error: "full" });
  expect((await done(hands.raise(testMapId, someone(1), null))).ok).toBe(true);
  await done(hands.lower(testMapId, someone(0), someone(0).id));
  expect((await done(hands.raise(testMapId, late, null))).ok).toBe(true);
});

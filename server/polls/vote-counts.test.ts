import { expect, it } from "vitest";
import type { PollId } from "#shared/talk/index.ts";
import { card } from "../../tests/fixtures/model/build.ts";
import { ManualScheduler } from "../../tests/support/manual-scheduler.ts";
import { testMapId } from "../../tests/support/rooms.ts";
import type { StoredPoll } from "./ports.ts";
import { VoteCounts } from "./vote-counts.ts";

const poll = (before: number): StoredPoll => ({
  ...{ id: "p" as PollId, card: card("a"), kind: "stance", audience: "everyone", state: "open" },
  ...{ moment: "before", round: 1, voted: { before, after: 0, both: 0 }, revision: before, createdAt: 1 },
});

it("[T13] tells of the first vote at once, and of a hall that votes at once a few times a second", async () => {
  const scheduler = new ManualScheduler();
  const told: number[] = [];
  const counts = new VoteCounts(scheduler, async (_map, { voted }) => told.push(voted.before));
  for (let voted = 1; voted <= 500; voted++) {
    await counts.tell(testMapId, poll(voted));
    if (voted % 100 === 0) await scheduler.advance(100);
  }
  expect(told).toEqual([1, 300]);
  await scheduler.advance(10_000);
  expect(told).toEqual([1, 300, 500]);
  await counts.tell(testMapId, poll(501));
  expect(told.at(-1)).toBe(501);
});

it("[T13] goes on telling after a time when it could not", async () => {
  const scheduler = new ManualScheduler();
  let [isBroken, told] = [true, 0];
  const counts = new VoteCounts(scheduler, async () => {
    if (isBroken) throw new Error("no disk");
    told += 1;
  });
  await expect(counts.tell(testMapId, poll(1))).rejects.toThrow("no disk");
  await counts.tell(testMapId, poll(2));
  await scheduler.advance(300);
  isBroken = false;
  await counts.tell(testMapId, poll(3));
  await scheduler.advance(300);
  expect(told).toBe(1);
});

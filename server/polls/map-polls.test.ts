import { beforeEach, describe, expect, it, vi } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import { talkRoomOf } from "#shared/protocol/rooms.ts";
import type { GivenBallot, PollId, Stance, Talk } from "#shared/talk/index.ts";
import { addCard, card } from "../../tests/fixtures/model/build.ts";
import { type RoomBench, roomBench, testMapId } from "../../tests/support/rooms.ts";
import { MemoryPollStore } from "../storage/memory/memory-poll-store.ts";
import { MapPolls } from "./map-polls.ts";
import type { VoterId } from "./ports.ts";

const id = "p" as PollId;
const voter = (name: string): VoterId => name as VoterId;
const says = (stance: Stance): GivenBallot => ({
  ...{ kind: "stance", round: null, moment: null },
  ...{ stance, confidence: null },
});
const asked = { kind: "stance", audience: "commenters" } as const;

let bench: RoomBench;
let store: MemoryPollStore;
let polls: MapPolls;

beforeEach(async () => {
  bench = await roomBench();
  store = new MemoryPollStore();
  polls = new MapPolls(bench.rooms, store, bench.scheduler);
  await done(bench.rooms.use(testMapId, (room) => room.edit((map) => map.apply(addCard("a"), "user").ok)));
});

/** What comes of something that waits for the disk. */
async function done<T>(work: Promise<T>): Promise<T> {
  const settled = work.catch(() => undefined);
  for (let turn = 0; turn < 3; turn++) await bench.scheduler.settle();
  await settled;
  return work;
}

function said(): Promise<Talk> {
  return bench.rooms.use(talkRoomOf(testMapId), (room) => room.readTalk((talk) => talk.read()));
}

describe("what everybody sees of votes", () => {
  it("[T13] holds how many have voted, and nothing of who or what", async () => {
    const opened = await done(polls.ask(testMapId, "editor", { ...asked, card: card("a") }));
    const poll = opened.ok ? opened.value.poll.id : id;
    await done(polls.vote(testMapId, { voter: voter("ann's hash"), role: "commenter" }, poll, says("agree")));
    const { polls: seen } = await said();
    expect(seen).toMatchObject([{ card: "a", state: "open", voted: { before: 1 }, result: null }]);
    const stored = await bench.store.load(talkRoomOf(testMapId));
    const bytes = Buffer.concat(stored?.tail.map(({ data }) => data) ?? []).toString("latin1");
    expect(bytes).toContain("voted");
    expect(bytes).not.toMatch(/agree|ann's hash/u);
  });

  it("[T13] catches up where a server ended after the ballot and before it was shown", async () => {
    await store.create(testMapId, { ...asked, id, card: card("a"), createdAt: 1 }, 1);
    await store.cast(testMapId, id, voter("ann"), says("agree"), 9);
    expect((await said()).polls).toEqual([]);
    await done(polls.vote(testMapId, { voter: voter("ben"), role: "commenter" }, id, says("agree")));
    expect((await said()).polls).toMatchObject([{ voted: { before: 2 } }]);
    await store.setState(testMapId, id, "closed");
    const late = await done(
      polls.vote(testMapId, { voter: voter("cat"), role: "commenter" }, id, says("agree")),
    );
    expect(late).toEqual({ ok: false, error: "not-open" });
    expect((await said()).polls).toMatchObject([{ voted: { before: 2 }, state: "closed" }]);
    await store.remove(testMapId, id);
    expect(await done(polls.setState(testMapId, "owner", id, "open"))).toEqual({
      ok: false,
      error: "no-poll",
    });
    expect((await said()).polls).toEqual([]);
  });

  it("[T12] is counted once, however many go on voting after the result", async () => {
    await store.create(testMapId, { ...asked, id, card: card("a"), createdAt: 1 }, 1);
    for (const name of ["ann", "ben", "cat", "dan", "eve"])
      await store.cast(testMapId, id, voter(name), says("agree"), 9);
    const tally = vi.spyOn(store, "tallyStances");
    await done(polls.setState(testMapId, "editor", id, "revealed"));
    for (const name of ["ann", "late"]) {
      const by = { voter: voter(name), role: "commenter" } as const;
      const late = await done(polls.vote(testMapId, by, id, says("disagree")));
      expect(late).toEqual({ ok: false, error: "not-open" });
    }
    expect(tally).toHaveBeenCalledTimes(1);
    expect((await said()).polls).toMatchObject([{ state: "revealed", voted: { before: 5 } }]);
  });

  it("[T15] is not written anew for each who votes too late, after a reset or the end", async () => {
    await store.create(testMapId, { ...asked, id, card: card("a"), createdAt: 1 }, 1);
    const late = (name: string) => {
      const by = { voter: voter(name), role: "commenter" } as const;
      return done(polls.vote(testMapId, by, id, { ...says("agree"), round: 1 }));
    };
    expect(await late("ann")).toMatchObject({ ok: true });
    await done(polls.reset(testMapId, "editor", id));
    const room = await bench.rooms.use(talkRoomOf(testMapId), (talk) => Promise.resolve(talk));
    const writes = vi.spyOn(room, "editTalk");
    for (const name of ["ann", "ben", "cat"]) expect(await late(name)).toEqual({ ok: false, error: "other" });
    expect(writes).not.toHaveBeenCalled();
    await store.setState(testMapId, id, "closed");
    for (const name of ["ann", "ben", "cat"]) expect(await late(name)).toMatchObject({ ok: false });
    expect(writes).toHaveBeenCalledTimes(1);
    expect((await said()).polls).toMatchObject([{ state: "closed", round: 2, voted: { before: 0 } }]);
  });

  it("[T15] changes not at all where a part of what is asked for is refused", async () => {
    await store.create(testMapId, { ...asked, id, card: card("a"), createdAt: 1 }, 1);
    const change = (moment: "before" | "after") =>
      done(polls.change(testMapId, "editor", id, { audience: "everyone", moment }));
    await store.setState(testMapId, id, "revealed");
    expect(await change("after")).toEqual({ ok: false, error: "revealed" });
    expect(await store.find(testMapId, id)).toMatchObject({ audience: "commenters", moment: "before" });
    await store.reset(testMapId, id);
    expect(await change("after")).toMatchObject({
      ok: true,
      value: { audience: "everyone", moment: "after" },
    });
  });

  it("[T10] are on as many cards as there may be, and no more", async () => {
    for (let index = 1; index < limits.maxPollsPerMap; index++)
      await store.create(
        testMapId,
        { ...asked, id: `p${index}` as PollId, card: card(`c${index}`), createdAt: 1 },
        999,
      );
    expect((await done(polls.ask(testMapId, "editor", { ...asked, card: card("a") }))).ok).toBe(true);
    await done(bench.rooms.use(testMapId, (room) => room.edit((map) => map.apply(addCard("b"), "user").ok)));
    expect(await done(polls.ask(testMapId, "editor", { ...asked, card: card("b") }))).toEqual({
      ok: false,
      error: "full",
    });
  });

  it("[T11] count as many ballots as there may be, and no more", async () => {
    await store.create(testMapId, { ...asked, id, card: card("a"), createdAt: 1 }, 1);
    for (let index = 1; index < limits.maxBallotsPerPoll; index++)
      await store.cast(testMapId, id, voter(`v${index}`), says("agree"), limits.maxBallotsPerPoll);
    const vote = (name: string) =>
      done(polls.vote(testMapId, { voter: voter(name), role: "commenter" }, id, says("disagree")));
    expect(await vote("the last")).toMatchObject({
      ok: true,
      value: { voted: { before: limits.maxBallotsPerPoll } },
    });
    expect(await vote("one more")).toEqual({ ok: false, error: "full" });
    expect(await vote("the last")).toMatchObject({ ok: true });
  });
});

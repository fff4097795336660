import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { PollId, Stance } from "#shared/talk/index.ts";
import type { PollStore, StoredPoll, VoterId } from "../../server/polls/ports.ts";

/** A store to try, and what to do with it afterwards. */
export type PollsUnderTest = Readonly<{ store: PollStore; dispose: () => Promise<void> }>;

const map = "some-map-01" as MapId;
const other = "some-map-02" as MapId;
const [a, b] = ["a", "b"] as readonly string[] as readonly [PollId, PollId];
const card = (id: string): CardId => id as CardId;
const voter = (id: string | number): VoterId => `voter ${id}` as VoterId;
const most = 3;

/** What every store of votes must keep to; run over each adapter. */
export function describePollStore(name: string, create: () => Promise<PollsUnderTest>): void {
  describe(`poll store: ${name}`, () => {
    let current: PollsUnderTest;
    let store: PollStore;

    beforeEach(async () => {
      current = await create();
      store = current.store;
    });
    afterEach(() => current.dispose());

    function open(id: PollId, on = `card-${id}`, createdAt = 1, at = map): Promise<StoredPoll | undefined> {
      return store.create(at, { id, card: card(on), createdAt }, most);
    }

    function say(who: string | number, stance: Stance, id = a) {
      return store.cast(map, id, voter(who), stance, most);
    }

    it("[T10] opens one poll a card, and as many a map as there may be", async () => {
      const first = await open(a, "claim", 5);
      expect(first).toEqual({
        id: a,
        card: "claim",
        state: "open",
        round: 1,
        ballots: 0,
        revision: 1,
        createdAt: 5,
      });
      expect(await open(b, "claim", 6)).toEqual(first);
      await open(b, "another", 4);
      await open("c" as PollId, "a third", 4);
      expect(await open("d" as PollId, "a fourth", 7)).toBeUndefined();
      expect(await open("d" as PollId, "claim", 7)).toEqual(first);
      expect((await store.list(map)).map(({ id }) => id)).toEqual(["b", "c", "a"]);
      expect([await store.list(other), await store.find(other, a)]).toEqual([[], undefined]);
    });

    it("[T11] counts each voter once, by what they said last", async () => {
      await open(a);
      await say(1, "agree");
      await say(2, "agree");
      expect(await say(1, "no-view")).toMatchObject({ poll: { ballots: 2 }, fault: undefined });
      expect(await store.tally(map, a, 1)).toEqual(
        new Map<Stance, number>([
          ["agree", 1],
          ["no-view", 1],
        ]),
      );
      expect(await store.ballotsOf(map, voter(1))).toEqual(new Map([[a, "no-view"]]));
      expect(await store.ballotsOf(other, voter(1))).toEqual(new Map());
      expect(await store.cast(other, a, voter(1), "agree", most)).toBeUndefined();
    });

    it("[T11] takes no ballot but while it is open, and no more than there may be", async () => {
      await open(a);
      for (const who of [1, 2, 3]) await say(who, "agree");
      expect(await say(4, "agree")).toMatchObject({ poll: { ballots: 3 }, fault: "full" });
      expect(await say(3, "disagree")).toMatchObject({ fault: undefined });
      await store.setState(map, a, "closed");
      expect(await say(3, "agree")).toMatchObject({ poll: { state: "closed" }, fault: "not-open" });
      await store.setState(map, a, "open");
      expect(await say(3, "agree")).toMatchObject({ fault: undefined });
    });

    it("[T12] stays revealed until it is reset", async () => {
      await open(a);
      expect(await store.setState(map, a, "revealed")).toMatchObject({ state: "revealed", revision: 2 });
      expect(await store.setState(map, a, "open")).toMatchObject({ state: "revealed", revision: 2 });
      expect(await store.setState(map, b, "open")).toBeUndefined();
    });

    it("[T12] begins anew without the ballots of before", async () => {
      await open(a);
      await say(1, "agree");
      await store.setState(map, a, "revealed");
      expect(await store.reset(map, a)).toMatchObject({ state: "open", round: 2, ballots: 0, revision: 4 });
      expect([await store.tally(map, a, 1), await store.ballotsOf(map, voter(1))]).toEqual([
        new Map(),
        new Map(),
      ]);
      expect(await store.reset(map, b)).toBeUndefined();
    });

    it("[T11] gives each ballot that comes at once a number of its own", async () => {
      await open(a);
      const cast = await Promise.all([1, 2, 3, 4, 5].map((who) => say(who, "agree")));
      expect(cast.filter((each) => each?.fault === "full")).toHaveLength(2);
      expect(await store.find(map, a)).toMatchObject({ ballots: 3, revision: 4 });
    });

    it("[T12] [A11] erases a poll, and all of a map, with their ballots", async () => {
      await open(a);
      await open(b);
      await open(a, "claim", 1, other);
      await say(1, "agree");
      await say(1, "agree", b);
      await store.cast(other, a, voter(1), "disagree", most);
      await store.remove(map, a);
      expect(await store.tally(map, a, 1)).toEqual(new Map());
      expect((await store.list(map)).map(({ id }) => id)).toEqual([b]);
      await store.removeAll(map);
      expect([await store.list(map), await store.tally(map, b, 1)]).toEqual([[], new Map()]);
      expect(await store.tally(other, a, 1)).toEqual(new Map([["disagree", 1]]));
    });
  });
}

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ArgumentId, CardId } from "#shared/model/index.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type {
  Confidence,
  GivenBallot,
  ImpactBallot,
  ImpactCount,
  Moment,
  PollId,
  PollKind,
  Stance,
  StanceCount,
} from "#shared/talk/index.ts";
import type { PollStore, StoredPoll, VoterId } from "../../server/polls/ports.ts";

/** A store to try, and what to do with it afterwards. */
export type PollsUnderTest = Readonly<{ store: PollStore; dispose: () => Promise<void> }>;

const map = "some-map-01" as MapId;
const other = "some-map-02" as MapId;
const [a, b] = ["a", "b"] as readonly string[] as readonly [PollId, PollId];
const card = (id: string): CardId => id as CardId;
const voter = (id: string | number): VoterId => `voter ${id}` as VoterId;
const most = 3;

const says = (stance: Stance, confidence: Confidence | null = null): GivenBallot => ({
  ...{ kind: "stance", round: null, moment: null },
  ...{ stance, confidence },
});
const rates = (impacts: Readonly<Record<string, number>>): GivenBallot => ({
  kind: "impact",
  round: null,
  impacts: impacts as ImpactBallot,
});

/** As `before confidence, after confidence: voters`, whatever the rows they came in. */
function toldStances(counts: readonly StanceCount[]): Readonly<Record<string, number>> {
  const told: Record<string, number> = {};
  for (const { before, after, voters } of counts) {
    const [from, to] = [before, after].map((each) =>
      each === null ? "-" : [each.stance, each.confidence ?? ""].join(" ").trim(),
    );
    told[`${from} > ${to}`] = (told[`${from} > ${to}`] ?? 0) + voters;
  }
  return told;
}

function toldImpacts(counts: readonly ImpactCount[]): Readonly<Record<string, number>> {
  const told: Record<string, number> = {};
  for (const { reason, impact, voters } of counts)
    told[`${reason} ${impact}`] = (told[`${reason} ${impact}`] ?? 0) + voters;
  return told;
}

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

    function open(
      id: PollId,
      on = `card-${id}`,
      { createdAt = 1, at = map, kind = "stance" as PollKind } = {},
    ): Promise<StoredPoll | undefined> {
      return store.create(at, { id, card: card(on), kind, audience: "commenters", createdAt }, most);
    }

    function say(who: string | number, stance: Stance, id = a) {
      return store.cast(map, id, voter(who), says(stance), most);
    }

    const stancesOf = async (id = a, round = 1, at = map) =>
      toldStances(await store.tallyStances(at, id, round));

    it("[T10] opens one poll of a kind a card, and as many a map as there may be", async () => {
      const first = await open(a, "claim", { createdAt: 5 });
      expect(first).toEqual({
        id: a,
        card: "claim",
        kind: "stance",
        audience: "commenters",
        state: "open",
        moment: "before",
        round: 1,
        voted: { before: 0, after: 0, both: 0 },
        revision: 1,
        createdAt: 5,
      });
      expect(await open(b, "claim", { createdAt: 6 })).toEqual(first);
      expect(await open(b, "claim", { createdAt: 4, kind: "impact" })).toMatchObject({
        id: b,
        kind: "impact",
      });
      await open("c" as PollId, "a third", { createdAt: 4 });
      expect(await open("d" as PollId, "a fourth", { createdAt: 7 })).toBeUndefined();
      expect(await open("d" as PollId, "claim", { createdAt: 7 })).toEqual(first);
      expect((await store.list(map)).map(({ id }) => id)).toEqual(["b", "c", "a"]);
      expect([await store.list(other), await store.find(other, a)]).toEqual([[], undefined]);
    });

    it("[T11] counts each voter once, by what they said last", async () => {
      await open(a);
      await say(1, "agree");
      await say(2, "agree");
      expect(await say(1, "no-view")).toMatchObject({
        poll: { voted: { before: 2, after: 0, both: 0 } },
        fault: undefined,
      });
      expect(await stancesOf()).toEqual({ "agree > -": 1, "no-view > -": 1 });
      expect(await store.ballotsOf(map, voter(1))).toEqual(
        new Map([[a, { before: { stance: "no-view", confidence: null }, after: null, impacts: null }]]),
      );
      expect(await store.ballotsOf(other, voter(1))).toEqual(new Map());
      expect(await store.cast(other, a, voter(1), says("agree"), most)).toBeUndefined();
    });

    it("[T11] takes no ballot but while it is open, and no more than there may be", async () => {
      await open(a);
      for (const who of [1, 2, 3]) await say(who, "agree");
      expect(await say(4, "agree")).toMatchObject({ poll: { voted: { before: 3 } }, fault: "full" });
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
      expect(await store.reset(map, a)).toMatchObject({
        ...{ state: "open", moment: "before", round: 2, revision: 4 },
        voted: { before: 0, after: 0, both: 0 },
      });
      expect([await stancesOf(), await stancesOf(a, 2)]).toEqual([{}, {}]);
      expect(await store.ballotsOf(map, voter(1))).toEqual(new Map());
      expect(await store.reset(map, b)).toBeUndefined();
      await say(2, "agree");
      expect(await store.reset(map, a, 1)).toMatchObject({ round: 2, voted: { before: 1 } });
      expect(await store.reset(map, a, 2)).toMatchObject({ round: 3, voted: { before: 0 } });
    });

    it("[T11] gives each ballot that comes at once a number of its own", async () => {
      await open(a);
      const cast = await Promise.all([1, 2, 3, 4, 5].map((who) => say(who, "agree")));
      expect(cast.filter((each) => each?.fault === "full")).toHaveLength(2);
      expect(await store.find(map, a)).toMatchObject({ voted: { before: 3 }, revision: 4 });
    });

    it("[T12] [A11] erases a poll, and all of a map, with their ballots", async () => {
      await open(a);
      await open(b);
      await open(a, "claim", { at: other });
      await say(1, "agree");
      await say(1, "agree", b);
      await store.cast(other, a, voter(1), says("disagree"), most);
      await store.remove(map, a);
      expect(await stancesOf()).toEqual({});
      expect((await store.list(map)).map(({ id }) => id)).toEqual([b]);
      await store.removeAll(map);
      expect([await store.list(map), await stancesOf(b)]).toEqual([[], {}]);
      expect(await stancesOf(a, 1, other)).toEqual({ "disagree > -": 1 });
    });

    it("[T15] keeps what was said before beside what is said after, one ballot of each a voter", async () => {
      await open(a);
      const sure = (who: number, stance: Stance, confidence: Confidence) =>
        store.cast(map, a, voter(who), says(stance, confidence), most);
      await sure(1, "agree", 3);
      await say(2, "neutral");
      expect(await store.setMoment(map, a, "after")).toMatchObject({ moment: "after", state: "open" });
      await sure(1, "disagree", 1);
      await sure(1, "disagree", 2);
      expect(await say(3, "agree")).toMatchObject({ poll: { voted: { before: 2, after: 2, both: 1 } } });
      expect(await stancesOf()).toEqual({
        "agree 3 > disagree 2": 1,
        "neutral > -": 1,
        "- > agree": 1,
      });
      expect((await store.ballotsOf(map, voter(1))).get(a)).toEqual({
        before: { stance: "agree", confidence: 3 },
        after: { stance: "disagree", confidence: 2 },
        impacts: null,
      });
      expect(await store.find(map, a)).toMatchObject({
        voted: { before: 2, after: 2, both: 1 },
        revision: 6,
      });
    });

    it("[T15] takes no ballot for the other moment, and none of another kind", async () => {
      await open(a);
      const at = (moment: Moment): GivenBallot =>
        ({ ...says("agree"), kind: "stance", moment }) as GivenBallot;
      expect(await store.cast(map, a, voter(1), at("after"), most)).toMatchObject({ fault: "other" });
      expect(await store.cast(map, a, voter(1), at("before"), most)).toMatchObject({ fault: undefined });
      await store.setMoment(map, a, "after");
      expect(await store.cast(map, a, voter(1), at("before"), most)).toMatchObject({ fault: "other" });
      expect(await store.cast(map, a, voter(1), rates({ reason: 3 }), most)).toMatchObject({
        fault: "other",
      });
      expect(await stancesOf()).toEqual({ "agree > -": 1 });
    });

    it("[T15] takes no ballot of a round that is over, nor of one to come, of whichever kind", async () => {
      for (const [id, kind, ballot] of [
        [a, "stance", says("agree")],
        [b, "impact", rates({ reason: 3 })],
      ] as const) {
        await open(id, `card-${id}`, { kind });
        const of = (round: number) => store.cast(map, id, voter(1), { ...ballot, round }, most);
        expect(await of(1)).toMatchObject({ fault: undefined });
        await store.reset(map, id);
        for (const round of [1, 3])
          expect(await of(round)).toMatchObject({
            fault: "other",
            poll: { round: 2, voted: { before: 0 }, revision: 3 },
          });
        await store.setState(map, id, "closed");
        expect(await of(2)).toMatchObject({ fault: "not-open" });
        await store.setState(map, id, "open");
        expect(await of(2)).toMatchObject({ fault: undefined, poll: { voted: { before: 1 } } });
      }
    });

    it("[T15] goes back to the first moment only while nobody has voted in the second, and never once revealed", async () => {
      await open(a);
      await store.setMoment(map, a, "after");
      expect(await store.setMoment(map, a, "after")).toMatchObject({ revision: 2 });
      expect(await store.setMoment(map, a, "before")).toMatchObject({ moment: "before", revision: 3 });
      await store.setMoment(map, a, "after");
      await say(1, "agree");
      expect(await store.setMoment(map, a, "before")).toMatchObject({ moment: "after" });
      await open(b);
      await store.setState(map, b, "revealed");
      expect(await store.setMoment(map, b, "after")).toMatchObject({ moment: "before", state: "revealed" });
      expect(await store.setMoment(map, "none" as PollId, "after")).toBeUndefined();
      await open("c" as PollId, "claim", { kind: "impact" });
      expect(await store.setMoment(map, "c" as PollId, "after")).toMatchObject({ moment: "before" });
    });

    it("[T19] counts the impacts of each reason, one ballot a voter, by what they said last", async () => {
      await open(a, "claim", { kind: "impact" });
      await store.cast(map, a, voter(1), rates({ r1: 4, r2: 0 }), most);
      await store.cast(map, a, voter(2), rates({ r1: 4 }), most);
      expect(await store.cast(map, a, voter(1), rates({ r1: 2, r3: 1 }), most)).toMatchObject({
        poll: { voted: { before: 2, after: 0, both: 0 } },
        fault: undefined,
      });
      expect(toldImpacts(await store.tallyImpacts(map, a, 1))).toEqual({ "r1 2": 1, "r1 4": 1, "r3 1": 1 });
      expect((await store.ballotsOf(map, voter(1))).get(a)?.impacts).toEqual({
        ["r1" as ArgumentId]: 2,
        ["r3" as ArgumentId]: 1,
      });
      expect(await store.cast(map, a, voter(1), says("agree"), most)).toMatchObject({ fault: "other" });
    });

    it("[T11] says who may vote, which is not another round", async () => {
      await open(a);
      expect(await store.setAudience(map, a, "everyone")).toMatchObject({ audience: "everyone", round: 1 });
      expect(await store.setAudience(map, a, "everyone")).toMatchObject({ revision: 2 });
      expect(await store.setAudience(map, b, "everyone")).toBeUndefined();
    });
  });
}

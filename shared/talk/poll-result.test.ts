import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArgumentId } from "#shared/model/index.ts";
import {
  type Confidence,
  confidences,
  type Flow,
  type Impact,
  type Stance,
  type StanceBallot,
  stances,
} from "./poll.ts";
import {
  baseOfImpact,
  type ImpactCount,
  impactResult,
  meanImpact,
  type StanceCount,
  stanceResult,
  swingOf,
  votesIn,
} from "./poll-result.ts";

const least = 5;

/** One voter. */
type Ballots = Readonly<{ before: StanceBallot | null; after: StanceBallot | null }>;

const says = (stance: Stance, confidence: Confidence | null = null): StanceBallot => ({ stance, confidence });
const anyBallot = fc.record({
  stance: fc.constantFrom(...stances),
  confidence: fc.constantFrom(null, ...confidences),
});
const twice: fc.Arbitrary<Ballots> = fc.record({ before: anyBallot, after: anyBallot });
const onlyBefore: fc.Arbitrary<Ballots> = fc.record({ before: anyBallot, after: fc.constant(null) });
const onlyAfter: fc.Arbitrary<Ballots> = fc.record({ before: fc.constant(null), after: anyBallot });
const upTo = (most: number, voter: fc.Arbitrary<Ballots>) => fc.array(voter, { maxLength: most });
/** Groups of all sizes around the least. */
const anyVoters = fc
  .tuple(upTo(9, twice), upTo(9, onlyBefore), upTo(9, onlyAfter))
  .map((groups) => groups.flat());

function resultOf(voters: readonly Ballots[]) {
  return stanceResult(
    voters.map((each): StanceCount => ({ ...each, voters: 1 })),
    least,
  );
}

const times = (count: number, before: Stance | null, after: Stance | null): Ballots[] =>
  Array.from({ length: count }, () => ({ before: before && says(before), after: after && says(after) }));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const cells = (flow: Flow) => flow.flat();

describe("the result of a vote on a claim", () => {
  it("[T16] tells before, after, and how people went from one to the other", () => {
    const result = resultOf([...times(4, "disagree", "agree"), ...times(2, "agree", "agree")]);
    expect(result.before).toMatchObject({ disagree: 4, agree: 2 });
    expect(result.after).toMatchObject({ disagree: 0, agree: 6 });
    const cell = (from: Stance, to: Stance) => result.flow?.[stances.indexOf(from)]?.[stances.indexOf(to)];
    expect([cell("disagree", "agree"), cell("agree", "agree"), sum(cells(result.flow ?? []))]).toEqual([
      4, 2, 6,
    ]);
  });

  it("[T16] of one moment alone it is as if there were no other, whoever came for a second vote", () => {
    const all = [...times(3, "agree", null), ...times(2, "disagree", "agree")];
    expect(resultOf(all)).toMatchObject({ before: { agree: 3, disagree: 2 }, after: null, flow: null });
    const after = [...times(4, null, "agree"), ...times(1, "neutral", "agree")];
    expect(resultOf(after)).toMatchObject({ before: null, after: { agree: 5 }, flow: null });
  });

  it("[T16] leaves out the one who came late, whose vote the flow would give away", () => {
    const result = resultOf([...times(6, "agree", "agree"), ...times(1, null, "strongly-disagree")]);
    expect(result.after).toMatchObject({ agree: 6, "strongly-disagree": 0 });
    const enough = resultOf([...times(6, "agree", "agree"), ...times(5, null, "strongly-disagree")]);
    expect(enough.after).toMatchObject({ agree: 6, "strongly-disagree": 5 });
  });

  it("[T16] tells nothing of people who are fewer than enough, in any number", () => {
    fc.assert(
      fc.property(anyVoters, (voters) => {
        const { before, after, flow, confidence } = resultOf(voters);
        for (const tally of [before, after, confidence.before, confidence.after])
          if (tally !== null) expect(votesIn(tally)).toBeGreaterThanOrEqual(least);
        if (flow !== null) expect(sum(cells(flow))).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it("[T16] what is left when the flow is taken from a moment is nobody, or enough", () => {
    fc.assert(
      fc.property(anyVoters, (voters) => {
        const { before, after, flow } = resultOf(voters);
        if (flow === null || before === null || after === null) return;
        const rows = flow.map(sum);
        const columns = stances.map((_, to) => sum(flow.map((row) => row[to] ?? 0)));
        for (const [tally, part] of [[before, rows] as const, [after, columns] as const]) {
          const rest = stances.map((stance, index) => tally[stance] - (part[index] ?? 0));
          expect(Math.min(...rest)).toBeGreaterThanOrEqual(0);
          expect(sum(rest) === 0 || sum(rest) >= least).toBe(true);
        }
      }),
    );
  });

  it("[T16] does not change with what somebody of a small group said, where both moments are told of", () => {
    const small = (voter: fc.Arbitrary<Ballots>) =>
      fc.tuple(
        fc.array(voter, { minLength: 1, maxLength: least - 1 }),
        fc.array(voter, { maxLength: least - 1 }),
      );
    const cases = fc.constantFrom("twice", "before", "after").chain((which) => {
      const [own, others] = {
        twice: [twice, [onlyBefore, onlyAfter]] as const,
        before: [onlyBefore, [twice, onlyAfter]] as const,
        after: [onlyAfter, [twice, onlyBefore]] as const,
      }[which as "twice" | "before" | "after"];
      return fc
        .tuple(
          small(own),
          fc.tuple(...others.map((other) => fc.array(other, { minLength: least, maxLength: 9 }))),
        )
        .map(([[one, another], rest]) => ({ one, another, rest: rest.flat() }));
    });
    fc.assert(
      fc.property(cases, ({ one, another, rest }) => {
        const other = [...another, ...one].slice(0, one.length);
        expect(resultOf([...one, ...rest])).toEqual(resultOf([...other, ...rest]));
      }),
    );
  });

  it("does not depend on how voters are counted together", () => {
    fc.assert(
      fc.property(anyVoters, (voters) => {
        const counted = new Map<string, StanceCount>();
        for (const voter of voters) {
          const key = JSON.stringify(voter);
          counted.set(key, { ...voter, voters: (counted.get(key)?.voters ?? 0) + 1 });
        }
        expect(stanceResult([...counted.values()], least)).toEqual(resultOf(voters));
      }),
    );
  });
});

describe("the swing", () => {
  const swing = (voters: readonly Ballots[]) => swingOf(resultOf(voters).flow ?? []);

  it("[T17] is how many points more agree, of all who voted twice", () => {
    const voters = [...times(5, "no-view", "agree"), ...times(5, "disagree", "disagree")];
    expect(swing(voters)).toEqual({ points: 50, verdict: "more-agree", voters: 10 });
    expect(swing(times(8, "agree", "neutral"))).toEqual({ points: -100, verdict: "fewer-agree", voters: 8 });
  });

  it("[T17] below five points is a tie, exactly five is not", () => {
    const of = (changed: number, all: number) =>
      swing([...times(changed, "neutral", "agree"), ...times(all - changed, "neutral", "neutral")]);
    expect(of(1, 20)).toEqual({ points: 5, verdict: "more-agree", voters: 20 });
    expect(of(1, 21)).toEqual({ points: 4.7, verdict: "too-close", voters: 21 });
    expect(of(50, 1_001).verdict).toBe("too-close");
    expect(of(50, 1_001).points).toBeLessThan(5);
    expect(of(0, 9)).toEqual({ points: 0, verdict: "too-close", voters: 9 });
    expect(swingOf([])).toEqual({ points: 0, verdict: "too-close", voters: 0 });
  });

  it("[T17] is the same the other way round, and within a hundred points", () => {
    fc.assert(
      fc.property(fc.array(twice, { minLength: least, maxLength: 40 }), (voters) => {
        const back = voters.map(({ before, after }) => ({ before: after, after: before }));
        const [there, again] = [swing(voters), swing(back)];
        expect(there.points + again.points).toBeCloseTo(0);
        expect(Math.abs(there.points)).toBeLessThanOrEqual(100);
        expect(there.verdict === "too-close").toBe(again.verdict === "too-close");
      }),
    );
  });
});

describe("the result of a vote on reasons", () => {
  const reason = (id: string) => id as ArgumentId;
  const count = (id: string, impact: Impact, voters: number): ImpactCount => ({
    reason: reason(id),
    impact,
    voters,
  });

  it("[T19] tells each by those who rated it, where they are enough", () => {
    const { reasons } = impactResult([count("a", 4, 3), count("a", 0, 2), count("b", 4, 4)], least);
    expect(reasons).toEqual({ a: [2, 0, 0, 0, 3] });
  });

  it("[T18] its mean is where the strength of the argument may start", () => {
    expect(meanImpact([2, 0, 0, 0, 3])).toBeCloseTo(2.4);
    expect([
      baseOfImpact([2, 0, 0, 0, 3]),
      baseOfImpact([0, 0, 0, 0, 5]),
      baseOfImpact([5, 0, 0, 0, 0]),
    ]).toEqual([0.6, 1, 0]);
    expect(meanImpact([0, 0, 0, 0, 0])).toBe(0);
    const tallies = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(tallies, (tally) => {
        const base = baseOfImpact(tally);
        expect(base >= 0 && base <= 1).toBe(true);
      }),
    );
  });
});

import type { ArgumentId } from "#shared/model/index.ts";
import {
  type ConfidenceTally,
  type Flow,
  type Impact,
  type ImpactResult,
  type ImpactTally,
  impacts,
  type Moment,
  moments,
  type Stance,
  type StanceBallot,
  type StanceResult,
  stances,
  type Tally,
} from "./poll.ts";

/** So many voters said the same in both moments; null where they did not vote. */
export type StanceCount = Readonly<Record<Moment, StanceBallot | null>> & Readonly<{ voters: number }>;

/** So many voters gave a reason the same impact. */
export type ImpactCount = Readonly<{ reason: ArgumentId; impact: Impact; voters: number }>;

export type Verdict = "more-agree" | "fewer-agree" | "too-close";

/** By how many points of a hundred more, or fewer, agree after than before, of the `voters` who voted twice. */
export type Swing = Readonly<{ points: number; verdict: Verdict; voters: number }>;

/** [T17] Fewer points are told as a tie: so much comes and goes by chance where a room votes. */
export const closeBelowPoints = 5;

/**
 * [T16] What may be shown of a vote on a claim. Who voted are of three groups: in both moments, only before, only after.
 * The results of the two moments and the flow, taken from each other, are results of these groups; so where both
 * moments are told of, a group of fewer than `least` is left out of all of it. Of a moment in which fewer than that
 * voted nothing is told, and of the other then as if it were alone.
 */
export function stanceResult(counts: readonly StanceCount[], least: number): StanceResult {
  const told = toldOf(counts, least);
  return {
    kind: "stance",
    before: tallyOf(told, "before", least),
    after: tallyOf(told, "after", least),
    flow: flowOf(told.filter(isTwice), least),
    confidence: { before: confidenceOf(told, "before", least), after: confidenceOf(told, "after", least) },
  };
}

/** [T16] What may be shown of a vote on reasons: each by those who rated it, where they are enough. */
export function impactResult(counts: readonly ImpactCount[], least: number): ImpactResult {
  const reasons = new Map<ArgumentId, [number, number, number, number, number]>();
  for (const { reason, impact, voters } of counts) {
    const tally = reasons.get(reason) ?? [0, 0, 0, 0, 0];
    tally[impact] += voters;
    reasons.set(reason, tally);
  }
  const shown = [...reasons].filter(([, tally]) => sumOf(tally) >= least);
  return { kind: "impact", reasons: Object.fromEntries(shown) as ImpactResult["reasons"] };
}

/** [T17] The share of those who agree among all who voted twice, after minus before. */
export function swingOf(flow: Flow): Swing {
  let [before, after, voters] = [0, 0, 0];
  flow.forEach((row, from) => {
    row.forEach((count, to) => {
      voters += count;
      if (isAgreeing(stances[from])) before += count;
      if (isAgreeing(stances[to])) after += count;
    });
  });
  // In whole numbers: 0.05 times 100 is not quite 5. Cut off, so that what is a tie never reads as five points.
  const tenths = voters === 0 ? 0 : Math.trunc((1_000 * (after - before)) / voters);
  const isClose = 100 * Math.abs(after - before) < closeBelowPoints * voters || voters === 0;
  return {
    points: tenths / 10,
    verdict: isClose ? "too-close" : after > before ? "more-agree" : "fewer-agree",
    voters,
  };
}

/** How many votes a tally counts. */
export function votesIn(tally: Tally | ConfidenceTally | ImpactTally): number {
  return sumOf(Object.values(tally));
}

/** The mean of what a reason was given, 0 to 4. */
export function meanImpact(tally: ImpactTally): number {
  const total = sumOf(tally);
  return total === 0 ? 0 : impacts.reduce<number>((sum, impact) => sum + impact * tally[impact], 0) / total;
}

/** [T18] The strength at which an argument starts, 0 to 1 in hundredths, as its voters have it. */
export function baseOfImpact(tally: ImpactTally): number {
  return Math.round((100 * meanImpact(tally)) / 4) / 100;
}

/** Those of whom something may be told, with what. */
function toldOf(counts: readonly StanceCount[], least: number): readonly StanceCount[] {
  const isEnough = moments.map(
    (moment) => votersOf(counts.filter((count) => count[moment] !== null)) >= least,
  );
  if (!isEnough.every(Boolean)) {
    const only = moments.find((_, index) => isEnough[index]);
    return only === undefined
      ? []
      : counts.map((count) => ({ before: null, after: null, voters: count.voters, [only]: count[only] }));
  }
  const groups = [
    counts.filter(isTwice),
    counts.filter(({ after }) => after === null),
    counts.filter(({ before }) => before === null),
  ];
  return groups.flatMap((group) => (votersOf(group) >= least ? group : []));
}

function isTwice({ before, after }: StanceCount): boolean {
  return before !== null && after !== null;
}

function tallyOf(counts: readonly StanceCount[], moment: Moment, least: number): Tally | null {
  const tally = Object.fromEntries(stances.map((stance) => [stance, 0])) as Record<Stance, number>;
  for (const count of counts) {
    const said = count[moment];
    if (said) tally[said.stance] += count.voters;
  }
  return votesIn(tally) < least ? null : tally;
}

function flowOf(twice: readonly StanceCount[], least: number): Flow | null {
  const flow = stances.map(() => stances.map(() => 0));
  for (const { before, after, voters } of twice) {
    const row = before && flow[stances.indexOf(before.stance)];
    if (row && after) row[stances.indexOf(after.stance)] = (row[stances.indexOf(after.stance)] ?? 0) + voters;
  }
  return votersOf(twice) < least ? null : flow;
}

function confidenceOf(counts: readonly StanceCount[], moment: Moment, least: number): ConfidenceTally | null {
  const tally: [number, number, number] = [0, 0, 0];
  for (const count of counts) {
    const confidence = count[moment]?.confidence;
    if (confidence) tally[(confidence - 1) as 0 | 1 | 2] += count.voters;
  }
  return sumOf(tally) < least ? null : tally;
}

function isAgreeing(stance: Stance | undefined): boolean {
  return stance === "agree" || stance === "strongly-agree";
}

function votersOf(counts: readonly StanceCount[]): number {
  return counts.reduce((sum, { voters }) => sum + voters, 0);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

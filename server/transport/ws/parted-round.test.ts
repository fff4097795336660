import { describe, expect, it } from "vitest";
import { PartedRound } from "./parted-round.ts";

const turns = 60;

function roundOf(members: number): Readonly<{ round: PartedRound<number>; leave: readonly (() => void)[] }> {
  const round = new PartedRound<number>(turns);
  const leave = Array.from({ length: members }, (_, member) => round.add(member));
  return { round, leave };
}

function wholeRound(round: PartedRound<number>): readonly (readonly number[])[] {
  return Array.from({ length: turns }, () => [...round.nextTurn()]);
}

describe("PartedRound", () => {
  it("[W11] comes to each member once a round, and at no turn to more than its share", () => {
    const { round } = roundOf(2_000);
    for (const seen of [wholeRound(round), wholeRound(round)]) {
      expect(seen.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2_000 }, (_, i) => i));
      expect(Math.max(...seen.map(({ length }) => length))).toBe(Math.ceil(2_000 / turns));
    }
  });

  it("comes no more to whoever has left, and leaving twice takes nobody else out", () => {
    const { round, leave } = roundOf(100);
    leave[7]?.();
    leave[7]?.();
    expect(wholeRound(round).flat()).toHaveLength(99);
    expect(wholeRound(round).flat()).not.toContain(7);
  });

  it("comes to nobody where there is nobody", () => {
    expect(wholeRound(roundOf(0).round).flat()).toEqual([]);
  });
});

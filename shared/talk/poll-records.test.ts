import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { card } from "../../tests/fixtures/model/build.ts";
import type { PollId, PollResult, Tally } from "./poll.ts";
import { type PollRecord, PollRecords } from "./poll-records.ts";

const id = "p1" as PollId;
const tally: Tally = {
  "strongly-disagree": 0,
  disagree: 1,
  neutral: 0,
  agree: 4,
  "strongly-agree": 0,
  "no-view": 0,
};

const result: PollResult = {
  ...{ kind: "stance", before: tally, after: null, flow: null },
  confidence: { before: [1, 2, 2], after: null },
};

function at(revision: number, given: Partial<PollRecord> = {}): PollRecord {
  return {
    ...{ id, card: card("a"), kind: "stance", audience: "commenters", state: "open", moment: "before" },
    ...{ round: 1, voted: { before: revision, after: 0, both: 0 }, result: null, createdAt: 1, revision },
    ...given,
  };
}

function peer(): Readonly<{ ydoc: Y.Doc; polls: PollRecords }> {
  const ydoc = new Y.Doc();
  return { ydoc, polls: new PollRecords(ydoc.getMap("polls")) };
}

function meet(one: Y.Doc, two: Y.Doc): void {
  const [ones, twos] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(two)];
  Y.applyUpdate(one, twos);
  Y.applyUpdate(two, ones);
}

describe("polls in the document", () => {
  it("[T13] shows the newest of what several servers wrote at once", () => {
    for (let round = 0; round < 20; round++) {
      const [one, two] = [peer(), peer()];
      one.polls.show(at(7));
      two.polls.show(at(6));
      meet(one.ydoc, two.ydoc);
      for (const { polls } of [one, two]) expect(polls.read()).toMatchObject([{ voted: { before: 7 } }]);
    }
  });

  it("[T13] takes no older state for a newer one, and needs no room for those before", () => {
    const { ydoc, polls } = peer();
    for (let revision = 1; revision <= 1_000; revision++) polls.show(at(revision));
    polls.show(at(5));
    expect(polls.read()).toMatchObject([{ voted: { before: 1_000 } }]);
    expect(Y.encodeStateAsUpdate(ydoc).byteLength).toBeLessThan(1_000);
  });

  it("[T13] does not bring back what is gone, whatever comes late", () => {
    const [one, two] = [peer(), peer()];
    one.polls.show(at(1));
    meet(one.ydoc, two.ydoc);
    one.polls.remove(id);
    two.polls.show(at(2));
    meet(one.ydoc, two.ydoc);
    for (const { polls } of [one, two]) {
      expect(polls.read()).toEqual([]);
      polls.show(at(3));
      expect(polls.read()).toEqual([]);
    }
  });

  it("[T3] reads past whatever is odd", () => {
    const { ydoc, polls } = peer();
    polls.show(at(1, { state: "revealed", result }));
    const { id: _, ...stored } = at(9);
    const odd = [
      7,
      null,
      { ...stored, state: "forged" },
      { ...stored, kind: "other" },
      { ...stored, voted: -1 },
      { ...stored, voted: { before: 1, after: 2 } },
      { ...stored, card: "" },
      new Y.Map(),
    ];
    odd.forEach((value, index) => {
      ydoc.getMap("polls").set(`odd${index} 1`, value);
    });
    expect(polls.read()).toMatchObject([{ id, result }]);
    const oddResults = [
      { ...result, before: { agree: 3 } },
      { ...result, flow: [[1]] },
      { ...result, confidence: null },
      { kind: "impact", reasons: { r1: [1, 2, 3] } },
      { kind: "impact" },
      "none",
    ];
    oddResults.forEach((each, index) => {
      ydoc.getMap("polls").set(`result${index} 1`, { ...stored, createdAt: 2, result: each });
    });
    const read = polls.read();
    expect(read).toHaveLength(1 + oddResults.length);
    expect(read.slice(1).every((poll) => poll.result === null)).toBe(true);
  });

  it("[T13] reads what was shown before there were moments and kinds", () => {
    const { ydoc, polls } = peer();
    const older = {
      card: "a",
      state: "revealed",
      round: 1,
      voted: 5,
      counts: tally,
      createdAt: 1,
      revision: 7,
    };
    ydoc.getMap("polls").set("p1 1", older);
    expect(polls.read()).toEqual([
      {
        ...{ id, card: "a", kind: "stance", audience: "commenters", state: "revealed", moment: "before" },
        ...{ round: 1, voted: { before: 5, after: 0, both: 0 }, createdAt: 1 },
        result: { ...result, confidence: { before: null, after: null } },
      },
    ]);
    polls.show(at(8));
    expect(polls.read()).toMatchObject([{ voted: { before: 8 }, result: null }]);
  });
});

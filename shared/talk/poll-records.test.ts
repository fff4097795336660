import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { card } from "../../tests/fixtures/model/build.ts";
import type { PollId, Tally } from "./poll.ts";
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

function at(revision: number, given: Partial<PollRecord> = {}): PollRecord {
  const poll = { id, card: card("a"), state: "open", round: 1, voted: revision, counts: null } as const;
  return { ...poll, createdAt: 1, revision, ...given };
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
      for (const { polls } of [one, two]) expect(polls.read()).toMatchObject([{ voted: 7 }]);
    }
  });

  it("[T13] takes no older state for a newer one, and needs no room for those before", () => {
    const { ydoc, polls } = peer();
    for (let revision = 1; revision <= 1_000; revision++) polls.show(at(revision));
    polls.show(at(5));
    expect(polls.read()).toMatchObject([{ voted: 1_000 }]);
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
    polls.show(at(1, { state: "revealed", counts: tally }));
    const { id: _, ...stored } = at(9);
    const odd = [
      7,
      null,
      { ...stored, state: "forged" },
      { ...stored, voted: -1 },
      { ...stored, card: "" },
      new Y.Map(),
    ];
    odd.forEach((value, index) => {
      ydoc.getMap("polls").set(`odd${index} 1`, value);
    });
    expect(polls.read()).toMatchObject([{ id, counts: tally }]);
    ydoc.getMap("polls").set("p2 1", { ...stored, counts: { agree: 3 } });
    expect(polls.read()[1]?.counts).toBeNull();
  });
});

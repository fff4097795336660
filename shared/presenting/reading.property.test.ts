import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ArgumentDoc } from "#shared/doc/index.ts";
import type { CardId, RecordId } from "#shared/model/index.ts";
import { arbitraryCommands, idPool } from "../../tests/fixtures/model/arbitrary-commands.ts";
import { partToRead, readingOf } from "./reading.ts";

const pool = idPool();
const nothing: ReadonlySet<RecordId> = new Set();

/** Any map, and any part of it in any order. */
const parts = fc.record({ commands: arbitraryCommands(pool, 40), ids: fc.shuffledSubarray([...pool.all]) });

function docOf(commands: Parameters<ArgumentDoc["apply"]>[0][]): ArgumentDoc {
  const doc = new ArgumentDoc(new Y.Doc(), () => 1000);
  for (const command of commands) doc.apply(command, "user");
  return doc;
}

function check(holds: (doc: ArgumentDoc, visible: ReadonlySet<RecordId>) => void): void {
  fc.assert(
    fc.property(parts, ({ commands, ids }) => holds(docOf([...commands]), new Set(ids as RecordId[]))),
    { seed: 7, numRuns: 400 },
  );
}

describe("[K36] what of a map is in view, read line by line, whatever the map", () => {
  it("has every card that is in view once in full, and no other", () => {
    check((doc, visible) => {
      const rows = readingOf(doc, { visible, fresh: nothing });
      const inView = [...visible].filter((id) => doc.get(id)?.type === "card");
      expect(new Set(rows.map(({ card }) => card))).toEqual(new Set(inView));
      const inFull = rows.filter(({ relation, isRepeated }) => relation !== "conflict" && !isRepeated);
      expect(inFull.map(({ card }) => card).toSorted()).toEqual(inView.toSorted());
    });
  });

  it("speaks by no argument or contradiction that is not in view", () => {
    check((doc, visible) => {
      for (const { relation, via } of readingOf(doc, { visible, fresh: nothing })) {
        if (via && relation !== "conflict") expect(visible.has(via)).toBe(true);
      }
    });
  });

  it("names each row once, begins at the top and goes down one level at a time", () => {
    check((doc, visible) => {
      const rows = readingOf(doc, { visible, fresh: nothing });
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      rows.forEach(({ depth, relation }, at) => {
        expect(depth === 0).toBe(relation === "root");
        expect(depth).toBeLessThanOrEqual((rows[at - 1]?.depth ?? -1) + 1);
      });
    });
  });

  it("costs no more rows than there are cards and relations in view", () => {
    check((doc, visible) => {
      const rows = readingOf(doc, { visible, fresh: nothing });
      let most = 0;
      for (const record of doc.records.values()) {
        if (record.type === "card") {
          most += 1 + record.answers.length + (record.parent ? 1 : 0) + (record.raisedBy ? 1 : 0);
        } else if (record.type === "argument") most += record.premises.length;
        else if (record.type === "conflict") most += 1;
      }
      expect(rows.length).toBeLessThanOrEqual(most);
    });
  });

  it("marks as new what is new, and the premises of an argument that is", () => {
    check((doc, visible) => {
      const fresh = new Set([...visible].slice(-3));
      for (const { card, via, isFresh } of readingOf(doc, { visible, fresh })) {
        expect(isFresh).toBe(fresh.has(card) || (via !== null && fresh.has(via)));
      }
    });
  });

  it("of a whole map takes as many cards as are wanted and counts the rest", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 6 }), ({ commands }, max) => {
        const doc = docOf([...commands]);
        const { visible, more } = partToRead(doc, [], doc.records.values(), max);
        const all = [...doc.records.values()].filter(({ type }) => type === "card").length;
        const cards = [...visible].filter((id) => doc.get(id)?.type === "card") as CardId[];
        expect([cards.length, more]).toEqual([Math.min(max, all), Math.max(0, all - max)]);
      }),
      { seed: 8, numRuns: 100 },
    );
  });
});

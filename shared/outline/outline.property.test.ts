import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ArgumentDoc, type DocChange, UndoHistory } from "#shared/doc/index.ts";
import {
  type ArgumentId,
  argumentRef,
  argumentsFrom,
  type CardId,
  type Command,
  cardRef,
  createIdSource,
  getAs,
  type RecordId,
  type Ref,
} from "#shared/model/index.ts";
import { arbitraryCommands, idPool } from "../../tests/fixtures/model/arbitrary-commands.ts";
import { by } from "../../tests/fixtures/model/build.ts";
import { OutlineRoots } from "./outline-roots.ts";
import type { OutlineRow } from "./outline-row.ts";
import { rootRow } from "./outline-row.ts";
import { planIndent, planLift, planMoves, planShift, type RowPlace } from "./plan-move.ts";
import { homeRow } from "./row-path.ts";
import { rowsBelow } from "./rows-below.ts";

const pool = idPool();
const noView = { capture: () => undefined, restore: () => undefined };

function build(commands: readonly Command[]): ArgumentDoc {
  const doc = new ArgumentDoc(new Y.Doc(), () => 1000);
  for (const command of commands) doc.apply(command, "user");
  return doc;
}

function rootsOf(doc: ArgumentDoc): OutlineRoots {
  return new OutlineRoots(doc, doc.records.values());
}

function cardsIn(doc: ArgumentDoc): readonly CardId[] {
  return [...doc.records.values()].flatMap((record) => (record.type === "card" ? [record.id] : []));
}

/** Every row there is, at most so many levels down. */
function rowsOf(doc: ArgumentDoc, roots: OutlineRoots, levels = 4): readonly OutlineRow[] {
  const rows = roots.ids().map(rootRow);
  for (const row of rows) if (row.depth < levels) rows.push(...rowsBelow(doc, row));
  return rows;
}

describe("the outline of a map, whatever the map", () => {
  it("shows every card, at home below rows that show it", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 40), (commands) => {
        const doc = build(commands);
        const roots = rootsOf(doc);
        for (const id of cardsIn(doc)) {
          const home = homeRow(doc, id, (card) => roots.has(card));
          expect(home?.card).toBe(id);
          for (let row = home; row; row = row.parent ?? undefined) {
            const { key, parent } = row;
            const siblings = parent ? rowsBelow(doc, parent) : roots.ids().map(rootRow);
            expect(siblings.map((sibling) => sibling.key)).toContain(key);
          }
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("names each row of one level once, and goes no further where a path runs in a circle", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 40), (commands) => {
        const doc = build(commands);
        const rows = rowsOf(doc, rootsOf(doc), 8);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        const steps = ["backing", "undercut", "raised"];
        for (const row of rows.filter(({ isCircular }) => isCircular)) {
          for (const { relation } of rowsBelow(doc, row)) expect(steps).toContain(relation);
        }
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("keeps its roots, told only what changed, as they are found afresh", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 60), (commands) => {
        const doc = build([]);
        const roots = rootsOf(doc);
        const told: DocChange[] = [];
        doc.onChange((change) => told.push(change));
        for (const command of commands) {
          doc.apply(command, "user");
          const before = roots.ids();
          const ids = told
            .splice(0)
            .flatMap(({ added, changed, removed }) => [...added, ...changed, ...removed]);
          const isChanged = roots.update(ids);
          expect(roots.ids()).toEqual(rootsOf(doc).ids());
          expect(isChanged || roots.ids() === before).toBe(true);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

type Move = Readonly<{ row: number; kind: "up" | "down" | "indent" | "lift" | "to"; place: RowPlace }>;

const under: fc.Arbitrary<Ref | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...pool.all.filter((id) => id.startsWith("c"))).map((id) => cardRef(id as CardId)),
  fc.constantFrom(...pool.all.filter((id) => id.startsWith("a"))).map((id) => argumentRef(id as ArgumentId)),
);

const moves: fc.Arbitrary<Move> = fc.record({
  row: fc.nat(30),
  kind: fc.constantFrom("up", "down", "indent", "lift", "to", "to"),
  place: fc.record({
    under,
    near: fc.option(
      fc.record({
        card: fc.constantFrom("c1", "c2", "c3").map((id) => id as CardId),
        side: fc.constantFrom("before", "after"),
      }),
    ),
  }),
});

function planned(doc: ArgumentDoc, { row: index, kind, place }: Move): Command | undefined {
  const roots = rootsOf(doc);
  const rows = rowsOf(doc, roots);
  const row = rows[index % rows.length];
  if (!row || (kind === "to" && place.under && !getAs(doc, place.under.type, place.under.id)))
    return undefined;
  let made = 0;
  const make = { createId: createIdSource(() => `m${doc.records.size}-${++made}`), by };
  const outline = { view: doc, rootIds: roots.ids() };
  const plans = {
    up: () => planShift(outline, row, -1, make),
    down: () => planShift(outline, row, 1, make),
    indent: () => planIndent(outline, row, make),
    lift: () => planLift(outline, row, make),
    to: () => planMoves(outline, [row, ...rows.slice(index + 1, index + 2)], place, make),
  };
  const result = plans[kind]();
  return result.ok ? result.value : undefined;
}

describe("moves in the outline", () => {
  it("break no rule, lose no card, and are taken back in one step", () => {
    let done = 0;
    fc.assert(
      fc.property(arbitraryCommands(pool, 30), fc.array(moves, { maxLength: 6 }), (commands, wanted) => {
        const ydoc = new Y.Doc();
        const doc = new ArgumentDoc(ydoc, () => 1000);
        for (const command of commands) doc.apply(command, "user");
        doc.repair();
        const history = new UndoHistory(ydoc, doc, noView);
        for (const move of wanted) {
          const command = planned(doc, move);
          if (!command) continue;
          const before = doc.toPlainMap();
          const cards = cardsIn(doc).toSorted();
          if (!doc.apply(command, "user").ok) {
            expect(doc.toPlainMap()).toEqual(before);
            continue;
          }
          done += 1;
          expect(doc.violations()).toEqual([]);
          expect(cardsIn(doc).toSorted()).toEqual(cards);
          const after = doc.toPlainMap();
          if (JSON.stringify([...after.records]) === JSON.stringify([...before.records])) continue;
          history.undo();
          expect(doc.toPlainMap()).toEqual(before);
          history.redo();
          expect(doc.toPlainMap()).toEqual(after);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
    expect(done).toBeGreaterThan(100);
  });

  it("leave the row where it was sent", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 30), moves, (commands, move) => {
        const doc = build(commands);
        const rows = rowsOf(doc, rootsOf(doc));
        const row = rows[move.row % rows.length];
        const command = move.kind === "up" || move.kind === "down" ? planned(doc, move) : undefined;
        if (!row || !command) return;
        const siblings = (): readonly RecordId[] => {
          const all = row.parent ? rowsBelow(doc, row.parent) : rootsOf(doc).ids().map(rootRow);
          const alike = all.filter(
            ({ relation, together }) => relation === row.relation && together !== "more",
          );
          return [...new Set(alike.map(({ card, via }) => via ?? card))];
        };
        const me = row.via ?? row.card;
        const before = siblings();
        const premises = () => getAs(doc, "argument", me as ArgumentId)?.premises ?? [row.card];
        const among = premises();
        expect(doc.apply(command, "user").ok).toBe(true);
        const step = move.kind === "up" ? -1 : 1;
        const next = among[among.indexOf(row.card) + step];
        if (next !== undefined) {
          const swapped = among.map((id) => (id === next ? row.card : id === row.card ? next : id));
          expect(premises()).toEqual(swapped);
        }
        // A card that stands first in several arguments has one place for all of them.
        if ([among[0], premises()[0]].some((id) => [...argumentsFrom(doc, id ?? row.card)].length > 1))
          return;
        expect(siblings().indexOf(me)).toBe(before.indexOf(me) + (next === undefined ? step : 0));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

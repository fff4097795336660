import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Result } from "#shared/lib/result.ts";
import { type CommandFault, checkMap } from "#shared/model/index.ts";
import { arbitraryCommands, idPool } from "../../tests/fixtures/model/arbitrary-commands.ts";
import { StoredMap } from "../../tests/fixtures/model/stored-map.ts";
import { ArgumentDoc } from "./argument-doc.ts";
import { UndoHistory } from "./undo-history.ts";

const pool = idPool();
const now = (): number => 1000;
const noView = { capture: () => undefined, restore: () => undefined };

/** What a map shows, its violations and its mentions, in an order of its own. */
function everythingOf(doc: ArgumentDoc): unknown {
  const referrers = pool.all.map((id) =>
    [...doc.referrersOf(id as Parameters<typeof doc.referrersOf>[0])].map((record) => record.id).sort(),
  );
  const violations = doc.violations().map(({ message }) => message);
  return { map: doc.toPlainMap(), referrers, violations: violations.sort() };
}

function outcomeOf(result: Result<void, CommandFault>): string {
  return result.ok ? "done" : result.error.code;
}

describe("a document, whatever is done to it", () => {
  it("[D1] shows what the same commands make of a plain map", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 40), (commands) => {
        const doc = new ArgumentDoc(new Y.Doc(), now);
        const plain = new StoredMap();
        for (const command of commands) {
          const before = doc.toPlainMap();
          const result = doc.apply(command, "user");
          expect(outcomeOf(result)).toBe(outcomeOf(plain.apply(command)));
          expect(doc.toPlainMap()).toEqual(plain.shown());
          if (!result.ok) expect(doc.toPlainMap()).toEqual(before);
        }
      }),
      { seed: 1, numRuns: 120 },
    );
  });

  it("[I1–I8] breaks no rule by an accepted command", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 40), (commands) => {
        const doc = new ArgumentDoc(new Y.Doc(), now);
        for (const command of commands) {
          if (!doc.apply(command, "user").ok) continue;
          const wrong = [...doc.violations(), ...checkMap(doc.toPlainMap())];
          expect(wrong.filter(({ rule }) => rule !== "I9")).toEqual([]);
        }
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("[D9] keeps its index as a document freshly opened has it, and unchanged records as they were", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 40), (commands) => {
        const ydoc = new Y.Doc();
        const doc = new ArgumentDoc(ydoc, now);
        for (const command of commands) {
          const before = doc.toPlainMap();
          doc.apply(command, "user");
          const fresh = new ArgumentDoc(ydoc, now);
          expect(everythingOf(doc)).toEqual(everythingOf(fresh));
          fresh.dispose();
          for (const [id, record] of doc.records) {
            const old = before.records.get(id);
            if (old && JSON.stringify(old) === JSON.stringify(record)) expect(record).toBe(old);
          }
        }
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("[D12] goes back to the start by undo and on to the end by redo", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 12), arbitraryCommands(pool, 30), (first, then) => {
        const ydoc = new Y.Doc();
        const doc = new ArgumentDoc(ydoc, now);
        for (const command of first) doc.apply(command, "user");
        const history = new UndoHistory(ydoc, doc, noView);
        const start = doc.toPlainMap();
        for (const command of then) doc.apply(command, "user");
        const end = doc.toPlainMap();
        while (history.canUndo) history.undo();
        expect(doc.toPlainMap()).toEqual(start);
        while (history.canRedo) history.redo();
        expect(doc.toPlainMap()).toEqual(end);
      }),
      { seed: 4, numRuns: 120 },
    );
  });
});

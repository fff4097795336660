import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { differenceBetween, type PlainMap, restorationOf } from "#shared/model/index.ts";
import { deliverAll, peersOn } from "../../tests/fixtures/doc/peers.ts";
import { arbitraryCommands, idPool, opening } from "../../tests/fixtures/model/arbitrary-commands.ts";
import { addCard, arg, card, connect, group, onCard, remove } from "../../tests/fixtures/model/build.ts";
import { ArgumentDoc } from "./argument-doc.ts";
import { restoreMap } from "./restore-map.ts";

const pool = idPool();
const nothing = { added: [], removed: [], edited: [], moved: [], retitled: false };

function restore(doc: ArgumentDoc, wanted: PlainMap, since?: PlainMap): boolean {
  const done = restoreMap(doc, wanted, since);
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

/** Nobody can be un-placed, so a place that a card had not then is no difference. */
function placesOf(map: PlainMap, as: PlainMap): PlainMap {
  return { ...map, positions: new Map([...map.positions].filter(([id]) => as.positions.has(id))) };
}

describe("restoring", () => {
  it("[D19] brings back any state that a map has had, and again the one before", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 25), arbitraryCommands(pool, 25), (first, second) => {
        const doc = new ArgumentDoc(new Y.Doc(), () => 1000);
        for (const command of first) doc.apply(command, "user");
        doc.repair();
        const then = doc.toPlainMap();
        for (const command of second) doc.apply(command, "user");
        doc.repair();
        const later = doc.toPlainMap();
        restore(doc, then);
        expect(placesOf(doc.toPlainMap(), then)).toEqual(then);
        // [I9] Where two arguments read alike because a premise was gone, they are restored to be alike.
        expect(doc.violations().filter(({ rule }) => rule !== "I9")).toEqual([]);
        expect(restore(doc, then)).toBe(false);
        restore(doc, later, then);
        expect(placesOf(doc.toPlainMap(), later)).toEqual(later);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it("[D19] differs in nothing from what was restored, and the difference says what was done", () => {
    fc.assert(
      fc.property(arbitraryCommands(pool, 30), (commands) => {
        const doc = new ArgumentDoc(new Y.Doc(), () => 1000);
        for (const command of commands) {
          const before = doc.toPlainMap();
          expect(differenceBetween(before, before)).toEqual(nothing);
          let told: { added: unknown[]; removed: unknown[]; changed: unknown[] } | undefined;
          const stop = doc.onChange(({ added, removed, changed }) => {
            told = { added: [...added], removed: [...removed], changed: [...changed] };
          });
          doc.apply(command, "user");
          stop();
          const after = doc.toPlainMap();
          const forth = differenceBetween(before, after);
          const back = differenceBetween(after, before);
          expect([...forth.added].sort()).toEqual((told?.added ?? []).sort());
          expect([...forth.removed].sort()).toEqual((told?.removed ?? []).sort());
          expect([...forth.edited].sort()).toEqual((told?.changed ?? []).sort());
          expect([...back.added].sort()).toEqual([...forth.removed].sort());
          expect([...back.edited].sort()).toEqual([...forth.edited].sort());
        }
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  it("[D19] does not bring back with a card what was hung on it afterwards", () => {
    const [ann] = peersOn(opening, 1);
    if (ann === undefined) throw new Error("one peer was expected");
    const then = ann.doc.toPlainMap();
    ann.do(connect("a4", ["c3"], onCard("c1")), remove("c1"));
    expect(ann.doc.get(arg("a4"))).toBeUndefined();
    restore(ann.doc, then);
    expect(ann.doc.toPlainMap()).toEqual(then);
  });

  it("[D19] brings back what the server has taken out for good", () => {
    const [ann] = peersOn(opening, 1);
    if (ann === undefined) throw new Error("one peer was expected");
    const then = ann.doc.toPlainMap();
    ann.ydoc.getMap("cards").delete("c1");
    ann.ydoc.getMap("positions").delete("c1");
    restore(ann.doc, then);
    expect(ann.doc.toPlainMap()).toEqual(then);
  });

  it("[D19] meets what others do at the same time, who lose none of it, and all see the same", () => {
    const [ann, ben] = peersOn(opening, 2);
    if (ann === undefined || ben === undefined) throw new Error("two peers were expected");
    const then = ann.doc.toPlainMap();
    ann.do(remove("c1"), { type: "setText", id: card("c2"), text: "vandalised" });
    deliverAll([ann, ben]);
    restore(ann.doc, then);
    ben.do(addCard("b1", "claim"), { type: "tag", id: card("c2"), tag: "mine", on: true });
    deliverAll([ann, ben]);
    expect(ben.doc.toPlainMap()).toEqual(ann.doc.toPlainMap());
    expect(ann.doc.get(card("b1"))).toBeDefined();
    expect(ann.doc.get(card("c2"))).toMatchObject({ text: "", tags: ["mine"] });
    expect(ann.doc.get(arg("a1"))).toEqual(then.records.get(arg("a1")));
  });

  it("[D19] is taken back without what people have done since", () => {
    const [ann] = peersOn(opening, 1);
    if (ann === undefined) throw new Error("one peer was expected");
    const then = ann.doc.toPlainMap();
    ann.do(addCard("c6"), addCard("b2"), { type: "setText", id: card("c2"), text: "better" });
    ann.do({ type: "moveCards", to: [[card("c2"), [9, 9]]] }, { type: "entitle", title: "New" });
    const before = ann.doc.toPlainMap();
    restore(ann.doc, then);
    ann.do({ type: "tag", id: card("c2"), tag: "since", on: true }, addCard("b1"), remove("c3"));
    ann.do({ type: "setText", id: card("c1"), text: "since" });
    restore(ann.doc, before, then);
    expect(ann.doc.get(card("c2"))).toMatchObject({ text: "better", tags: ["since"] });
    expect(ann.doc.position(card("c2"))).toEqual([9, 9]);
    expect(ann.doc.get(card("c1"))).toMatchObject({ text: "since" });
    expect(ann.doc.meta.title).toBe("New");
    for (const id of ["c6", "b1", "b2"]) expect(ann.doc.get(card(id))).toBeDefined();
    expect(ann.doc.get(card("c3"))).toBeUndefined();
  });

  it("[D19] is one step of undo for whoever does it himself", () => {
    const [ann] = peersOn(opening, 1);
    if (ann === undefined) throw new Error("one peer was expected");
    const then = ann.doc.toPlainMap();
    ann.do(remove("c1"), addCard("c6"), { type: "setText", id: card("c2"), text: "other" });
    ann.do({ type: "addGroup", id: group("g1"), title: "G", members: [card("c2")], createdAt: 3 });
    const before = ann.doc.toPlainMap();
    const command = restorationOf(before, then);
    if (command === undefined) throw new Error("there is something to restore");
    ann.do(command);
    expect(ann.doc.toPlainMap()).toEqual(then);
    ann.history.undo();
    expect(ann.doc.toPlainMap()).toEqual(before);
    ann.history.redo();
    expect(ann.doc.toPlainMap()).toEqual(then);
  });

  it("[D19] refuses what no map could have held, and then changes nothing", () => {
    const [ann] = peersOn(opening, 1);
    if (ann === undefined) throw new Error("one peer was expected");
    const before = ann.doc.toPlainMap();
    const blank = { type: "restore", remove: [], records: [], places: [], title: null } as const;
    const c1 = before.records.get(card("c1"));
    if (c1?.type !== "card") throw new Error("a card was expected");
    const codes = [
      { ...blank, remove: [card("none")] },
      { ...blank, remove: [card("c1")], records: [{ ...c1, id: card("not an id") }] },
      { ...blank, records: [{ ...c1, text: 5 as unknown as string }] },
      { ...blank, records: [{ ...c1, id: arg("a1") as unknown as typeof c1.id }] },
      { ...blank, places: [[card("none"), [0, 0]] as const] },
      { ...blank, places: [[card("c1"), [Number.NaN, 0]] as const] },
      { ...blank, title: "x".repeat(1_000) },
    ].map((command) => {
      const done = ann.doc.apply(command, "user");
      return done.ok ? "done" : done.error.code;
    });
    expect(codes).toEqual([
      "missing",
      "bad-value",
      "bad-value",
      "id-taken",
      "missing",
      "bad-value",
      "bad-value",
    ]);
    expect(ann.doc.toPlainMap()).toEqual(before);
  });
});

import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { MapRecord, Point } from "#shared/model/index.ts";
import {
  aCard,
  aCitation,
  aConflict,
  anArgument,
  aSource,
  card,
  mapOf,
  onArgument,
  onCard,
  remove,
} from "../../tests/fixtures/model/build.ts";
import { ArgumentDoc } from "./argument-doc.ts";
import { readCorner } from "./read-corner.ts";
import { seedDocument } from "./seed.ts";

const size = { width: 1_000, height: 500, maxCards: 10, maxLinks: 10 };

function documentOf(records: readonly MapRecord[], places: Readonly<Record<string, Point>>): Y.Doc {
  const ydoc = new Y.Doc();
  expect(seedDocument(ydoc, mapOf(records, places)).ok).toBe(true);
  return ydoc;
}

function idsIn(ydoc: Y.Doc, given: Partial<typeof size> = {}): readonly string[] {
  return [...(readCorner(ydoc, { ...size, ...given })?.map.records.keys() ?? [])];
}

describe("readCorner", () => {
  it("says where the cards begin and how far they reach", () => {
    const ydoc = documentOf([aCard("a"), aCard("b"), aCard("c")], {
      a: [-50, 30],
      b: [4_000, -20],
      c: [0, 7_000],
    });
    expect(readCorner(ydoc, size)).toMatchObject({ cardCount: 3, at: [-50, -20], span: [4_050, 7_020] });
  });

  it("takes a card that nobody placed to be at the origin, as the canvas does", () => {
    const ydoc = documentOf([aCard("a"), aCard("b")], { b: [300, 200] });
    expect(readCorner(ydoc, size)).toMatchObject({ at: [0, 0], span: [300, 200] });
  });

  it("holds the cards of the stretch, nearest first, and no more than asked for", () => {
    const records = ["far", "near", "out", "next"].map((id) => aCard(id));
    const ydoc = documentOf(records, { near: [0, 0], next: [200, 40], far: [900, 10], out: [0, 500] });
    expect(idsIn(ydoc)).toEqual(["near", "next", "far"]);
    expect(idsIn(ydoc, { maxCards: 2 })).toEqual(["near", "next"]);
  });

  it("holds what joins these cards alone, steps argued about included", () => {
    const records = [
      ...["a", "b", "c", "d", "out"].map((id) => aCard(id)),
      anArgument("inside", ["a"], onCard("b")),
      anArgument("about", ["c"], onArgument("inside")),
      anArgument("leaving", ["a"], onCard("out")),
      anArgument("coming", ["a", "out"], onCard("b")),
      anArgument("about leaving", ["c"], onArgument("leaving")),
      aConflict("between", "c", "d"),
      aConflict("with out", "c", "out"),
    ].map((record) => ({ ...record, id: record.id.replace(" ", "-") }) as MapRecord);
    const ydoc = documentOf(records, { a: [0, 0], b: [10, 0], c: [20, 0], d: [30, 0], out: [5_000, 0] });
    expect(idsIn(ydoc)).toEqual(["a", "b", "c", "d", "inside", "about", "between"]);
    expect(idsIn(ydoc, { maxLinks: 1 })).toEqual(["a", "b", "c", "d", "inside"]);
  });

  it("brings the sources that its cards cite, and no others", () => {
    const citing = aCard("a", "evidence", { citations: [aCitation("q", "s")] });
    const records = [citing, aCard("out"), aSource("s", { title: "Report" }), aSource("t")];
    const ydoc = documentOf(records, { a: [0, 0], out: [5_000, 0] });
    expect(idsIn(ydoc)).toEqual(["a", "s"]);
  });

  it("shows nothing of what was deleted", () => {
    const records = [aCard("a"), aCard("b"), aCard("gone"), anArgument("r", ["gone"], onCard("a"))];
    const ydoc = documentOf(records, { gone: [-900, -900], a: [0, 0], b: [10, 0] });
    new ArgumentDoc(ydoc, () => 5).apply(remove("gone"), "user");
    expect(readCorner(ydoc, size)).toMatchObject({ cardCount: 2, at: [0, 0] });
    expect(idsIn(ydoc)).toEqual(["a", "b"]);
  });

  it("shows records as the whole document shows them", () => {
    const question = aCard("q", "question");
    const answer = aCard("a", "claim", { answers: [card("q")], title: "An answer", tags: ["x"] });
    const ydoc = documentOf([question, answer], { q: [0, 0], a: [40, 0] });
    const whole = new ArgumentDoc(ydoc, () => 5).toPlainMap();
    const corner = readCorner(ydoc, size)?.map;
    expect(new Map(corner?.records)).toEqual(new Map(whole.records));
    expect(new Map(corner?.positions)).toEqual(new Map(whole.positions));
  });

  it("is not there without cards", () => {
    expect(readCorner(new Y.Doc(), size)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import {
  aCard,
  aCitation,
  anArgument,
  arg,
  blank,
  by,
  card,
  conflictId,
  group,
  mapOf,
  onCard,
  remove,
  type as typing,
} from "../../tests/fixtures/model/build.ts";
import { base } from "../../tests/fixtures/model/small-map.ts";
import { StoredMap } from "../../tests/fixtures/model/stored-map.ts";
import type { Command } from "./commands.ts";
import { getAs } from "./map-view.ts";
import { type PlainMap, viewOf } from "./plain-map.ts";
import { plan } from "./plan.ts";

describe("what a command comes to", () => {
  const made = (...commands: readonly Command[]): PlainMap => {
    const map = new StoredMap();
    for (const command of [{ type: "insert", map: base } as const, ...commands]) {
      const done = map.apply(command);
      if (!done.ok) throw new Error(done.error.message);
    }
    return map.shown();
  };

  it("[I8] takes from a question that becomes a claim what only a question has", () => {
    const map = made(
      { type: "setRaisedBy", question: card("q2"), by: onCard("c1") },
      { type: "retypeCard", id: card("q2"), kind: "claim" },
    );
    expect(map.records.get(card("q2"))).toMatchObject({ kind: "claim", parent: null, raisedBy: null });
  });

  it("hides what hangs on a deleted card, and what hangs on that", () => {
    const map = made(remove("c2"));
    expect([
      map.records.has(arg("a1")),
      map.records.has(arg("a2")),
      map.records.has(conflictId("k1")),
    ]).toEqual([false, false, false]);
    expect(getAs(viewOf(map), "argument", arg("a3"))?.premises).toEqual(["c1", "c3"]);
  });

  it("moves the premises when two arguments are linked", () => {
    const map = made({ type: "linkArguments", into: arg("a4"), from: arg("a3") });
    expect(getAs(viewOf(map), "argument", arg("a4"))?.premises).toEqual(["c5", "c1", "c3"]);
    expect(map.records.has(arg("a3"))).toBe(false);
  });

  it("lets a premise go on alone to the same target", () => {
    const map = made({ type: "unlinkPremise", argument: arg("a3"), card: card("c1"), as: arg("a9"), by });
    expect(map.records.get(arg("a9"))).toMatchObject({
      premises: ["c1"],
      target: onCard("c4"),
      author: "Ada",
    });
    expect(getAs(viewOf(map), "argument", arg("a3"))?.premises).toEqual(["c3"]);
  });

  it("keeps what an inserted map says of what is here already, and leaves out what it says of nothing", () => {
    const card1 = aCard("n1", "claim", {
      group: group("g1"),
      answers: [card("q1"), card("q9")],
      citations: [aCitation("z1", "s1"), aCitation("z2", "s9")],
    });
    const map = made({ type: "insert", map: mapOf([card1, anArgument("n2", ["n1"], onCard("c9"))]) });
    expect(map.records.get(card("n1"))).toMatchObject({
      group: "g1",
      answers: ["q1"],
      citations: [{ id: "z1" }],
    });
    expect(map.records.has(arg("n2"))).toBe(false);
  });

  it("writes nothing where nothing changes", () => {
    for (const command of [
      typing("c2", 0, ""),
      { type: "setText", id: card("c2"), text: "a😀b" },
      { type: "moveCards", to: [[card("c1"), [0, 0]]] },
      { type: "batch", commands: [] },
      { type: "insert", map: blank },
    ] as const) {
      expect(plan(viewOf(base), command)).toEqual({ ok: true, value: [] });
    }
  });
});

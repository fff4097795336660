import { describe, expect, it } from "vitest";
import {
  aCard,
  aConflict,
  addCard,
  aGroup,
  anArgument,
  aSource,
  aStep,
  card,
  connect,
  group,
  mapOf,
  onCard,
  refusal,
  remove,
  source,
  step,
  type as typing,
} from "../../tests/fixtures/model/build.ts";
import { base, type Case, crowded, full, many, tooLong } from "../../tests/fixtures/model/small-map.ts";
import { modelLimits } from "./limits.ts";

const cases: readonly Case[] = [
  ["deletes", remove("c1", "c1", "a1", "k1", "s1", "t1", "g1")],
  ["deletes nothing that is not there", remove("c1", "c9"), "missing"],
  ["adds a group", { type: "addGroup", id: group("g9"), title: "G", members: [card("c1")], createdAt: 1 }],
  [
    "adds no group of what is not there",
    { type: "addGroup", id: group("g9"), title: "", members: [card("c9")], createdAt: 1 },
    "missing",
  ],
  [
    "adds no group under an id in use",
    { type: "addGroup", id: group("g1"), title: "", members: [], createdAt: 1 },
    "id-taken",
  ],
  [
    "adds no group at an odd time",
    { type: "addGroup", id: group("g9"), title: "", members: [], createdAt: -1 },
    "bad-value",
  ],
  ["edits a group", { type: "editGroup", id: group("g1"), values: { title: "G", color: null } }],
  [
    "edits no group out of bounds",
    { type: "editGroup", id: group("g1"), values: { title: "x".repeat(301) } },
    "bad-value",
  ],
  ["edits no group that is not there", { type: "editGroup", id: group("g9"), values: {} }, "missing"],
  ["puts cards into a group", { type: "assignGroup", cards: [card("c1")], group: group("g1") }],
  ["takes cards out of groups", { type: "assignGroup", cards: [card("c1")], group: null }],
  ["puts no card into nothing", { type: "assignGroup", cards: [card("c1")], group: group("g9") }, "missing"],
  [
    "puts no argument into a group",
    { type: "assignGroup", cards: [card("a1")], group: group("g1") },
    "wrong-kind",
  ],
  ["adds a source", { type: "addSource", source: aSource("s9", { title: "S" }) }],
  [
    "adds no malformed source",
    { type: "addSource", source: aSource("s9", { url: "x".repeat(2001) }) },
    "bad-value",
  ],
  ["adds no source under an id in use", { type: "addSource", source: aSource("s1") }, "id-taken"],
  ["edits a source", { type: "editSource", id: source("s1"), values: { credibility: "fair" } }],
  ["edits no source that is not there", { type: "editSource", id: source("c1"), values: {} }, "wrong-kind"],
  ["adds a step", { type: "addStep", step: aStep("t9", ["a1"]) }],
  ["adds no step out of order", { type: "addStep", step: aStep("t9", [], { order: "?" }) }, "bad-value"],
  [
    "adds no step of more than a list holds",
    { type: "addStep", step: aStep("t9", [...full, "c1"]) },
    "too-large",
  ],
  ["edits a step", { type: "editStep", id: step("t1"), values: { order: "a1", view: [0, 0, 1, 1] } }],
  ["edits no step out of order", { type: "editStep", id: step("t1"), values: { order: "" } }, "bad-value"],
  ["edits no step that is not there", { type: "editStep", id: step("t9"), values: {} }, "missing"],
  ["shows a card in a step", { type: "showInStep", id: step("t1"), shows: card("c2"), on: true }],
  ["shows a card no more", { type: "showInStep", id: step("t1"), shows: card("c1"), on: false }],
  [
    "shows nothing that is not there",
    { type: "showInStep", id: step("t1"), shows: card("c9"), on: true },
    "missing",
  ],
  ["shows no group", { type: "showInStep", id: step("t1"), shows: card("g1"), on: true }, "missing"],
  [
    "shows in no step that is not there",
    { type: "showInStep", id: step("t9"), shows: card("c1"), on: true },
    "missing",
  ],
  [
    "shows no more than a list holds",
    { type: "showInStep", id: step("t1"), shows: card("c3"), on: true },
    "too-large",
    crowded,
  ],
  ["gives a title", { type: "entitle", title: " T " }],
  ["gives no title that is too long", { type: "entitle", title: "x".repeat(301) }, "too-large"],
  ["gives no title with half a character", { type: "entitle", title: "\ud83d" }, "bad-value"],
  [
    "brings in a map",
    {
      type: "insert",
      map: mapOf([aCard("n1"), aCard("n2"), anArgument("n3", ["n1"], onCard("n2"))], { n1: [0, 0] }),
    },
  ],
  ["brings in no id in use", { type: "insert", map: mapOf([aCard("c1")]) }, "id-taken"],
  [
    "brings in nothing malformed",
    { type: "insert", map: mapOf([aCard("n1", "claim", { base: 3 })]) },
    "bad-value",
  ],
  [
    "brings in no text that is too long",
    { type: "insert", map: mapOf([aCard("n1", "claim", { text: tooLong })]) },
    "too-large",
  ],
  [
    "brings in no half characters",
    { type: "insert", map: mapOf([aCard("n1", "claim", { text: "\udc00" })]) },
    "bad-value",
  ],
  [
    "brings in no card nowhere",
    { type: "insert", map: mapOf([aCard("n1")], { n1: [Number.NaN, 0] }) },
    "bad-value",
  ],
  [
    "[I1] brings in nothing unlawful",
    {
      type: "insert",
      map: mapOf([aCard("n1", "question"), aCard("n2"), anArgument("n3", ["n1"], onCard("n2"))]),
    },
    "bad-value",
  ],
  [
    "[I2] brings in nothing unlawful towards what is here",
    { type: "insert", map: mapOf([aCard("n1"), anArgument("n3", ["n1"], onCard("q1"))]) },
    "bad-value",
  ],
  [
    "[I7] brings in no pair that is here",
    { type: "insert", map: mapOf([aConflict("n1", "c2", "c1")]) },
    "duplicate",
  ],
  [
    "brings in no more than a map holds",
    { type: "insert", map: mapOf(many(modelLimits.maxRecords + 1, "n").map((id) => aGroup(id))) },
    "too-large",
  ],
  [
    "does several things at once",
    { type: "batch", commands: [addCard("n1"), connect("n2", ["n1"], onCard("c2"))] },
  ],
  [
    "does several things or none",
    { type: "batch", commands: [addCard("n1"), remove("c1"), typing("c1", 0, "a")] },
    "missing",
  ],
];

describe("commands about everything else", () => {
  for (const [what, command, fault, map = base] of cases) {
    it(what, () => {
      expect(refusal(map, command)).toBe(fault);
    });
  }
});

import { describe, expect, it } from "vitest";
import {
  anArgument,
  arg,
  by,
  card,
  conflictId,
  connect,
  mapOf,
  onArgument,
  onCard,
  refusal,
} from "../../tests/fixtures/model/build.ts";
import { base, type Case, full, linked } from "../../tests/fixtures/model/small-map.ts";
import type { Command } from "./commands.ts";
import type { Scheme } from "./records.ts";

const cases: readonly Case[] = [
  ["supports", connect("a9", ["c4"], onCard("c5"))],
  ["undercuts", connect("a9", ["c4"], onArgument("a3"), "oppose")],
  ["closes a circle of support", connect("a9", ["c2"], onCard("c1"))],
  ["argues not under an id in use", connect("a1", ["c4"], onCard("c5")), "id-taken"],
  ["argues not without a premise", connect("a9", [], onCard("c5")), "empty"],
  ["[I4] argues not with one premise twice", connect("a9", ["c4", "c4"], onCard("c5")), "duplicate"],
  ["[I3] argues not in a circle of one", connect("a9", ["c4"], onCard("c4")), "self-reference"],
  ["[I1] argues not from a question", connect("a9", ["q1"], onCard("c4")), "wrong-kind"],
  ["[I2] argues not about a question", connect("a9", ["c4"], onCard("q1")), "wrong-kind"],
  ["[I2] argues not about a conflict", connect("a9", ["c4"], onArgument("k1")), "wrong-kind"],
  ["argues not about what is not there", connect("a9", ["c4"], onCard("c9")), "missing"],
  ["argues not from what is not there", connect("a9", ["c9"], onCard("c4")), "missing"],
  ["[I9] says nothing twice", connect("a9", ["c1"], onCard("c2")), "duplicate"],
  [
    "[I9] says the same by another scheme",
    { ...connect("a9", ["c1"], onCard("c2")), scheme: "sign" } as Command,
  ],
  [
    "argues by no unknown scheme",
    { ...connect("a9", ["c4"], onCard("c2")), scheme: "x" as Scheme } as Command,
    "bad-value",
  ],
  [
    "argues not from more than a list holds",
    connect("a9", [...full, "c1"], onCard("c2")),
    "too-large",
    linked,
  ],
  ["edits an argument", { type: "editArgument", id: arg("a1"), values: { note: "n", polarity: "oppose" } }],
  [
    "[I9] edits no argument into another",
    { type: "editArgument", id: arg("a9"), values: { scheme: "none" } },
    "duplicate",
    mapOf([...base.records.values(), anArgument("a9", ["c1"], onCard("c2"), { scheme: "sign" })]),
  ],
  [
    "edits no argument out of bounds",
    { type: "editArgument", id: arg("a1"), values: { base: -1 } },
    "bad-value",
  ],
  ["edits no argument that is not there", { type: "editArgument", id: arg("a9"), values: {} }, "missing"],
  ["turns an argument elsewhere", { type: "retargetArgument", id: arg("a1"), target: onCard("c4") }],
  [
    "[I3] turns none at its premise",
    { type: "retargetArgument", id: arg("a3"), target: onCard("c3") },
    "self-reference",
  ],
  [
    "[I5] turns none at itself",
    { type: "retargetArgument", id: arg("a1"), target: onArgument("a1") },
    "cycle",
  ],
  [
    "[I5] turns none at what is about it",
    { type: "retargetArgument", id: arg("a1"), target: onArgument("a2") },
    "cycle",
  ],
  [
    "[I2] turns none at a question",
    { type: "retargetArgument", id: arg("a1"), target: onCard("q1") },
    "wrong-kind",
  ],
  [
    "[I9] turns none to where it is said",
    { type: "retargetArgument", id: arg("a4"), target: onCard("c2") },
    "duplicate",
    mapOf([...base.records.values(), anArgument("a9", ["c5"], onCard("c2"))]),
  ],
  [
    "turns nothing that is not there",
    { type: "retargetArgument", id: arg("a9"), target: onCard("c1") },
    "missing",
  ],
  ["reverses an argument", { type: "reverseArgument", id: arg("a1"), toward: card("c1") }],
  [
    "reverses none toward what is no premise",
    { type: "reverseArgument", id: arg("a1"), toward: card("c4") },
    "missing",
  ],
  [
    "reverses none that is about a step",
    { type: "reverseArgument", id: arg("a2"), toward: card("c4") },
    "wrong-kind",
  ],
  ["links a premise", { type: "linkPremise", argument: arg("a1"), card: card("c4") }],
  [
    "[I4] links no premise twice",
    { type: "linkPremise", argument: arg("a1"), card: card("c1") },
    "duplicate",
  ],
  [
    "[I3] links not the target",
    { type: "linkPremise", argument: arg("a1"), card: card("c2") },
    "self-reference",
  ],
  ["[I1] links no question", { type: "linkPremise", argument: arg("a1"), card: card("q1") }, "wrong-kind"],
  [
    "links nothing that is not there",
    { type: "linkPremise", argument: arg("a1"), card: card("c9") },
    "missing",
  ],
  [
    "links to nothing that is not there",
    { type: "linkPremise", argument: arg("a9"), card: card("c1") },
    "missing",
  ],
  [
    "links no further than a list goes",
    { type: "linkPremise", argument: arg("a1"), card: card("c1") },
    "too-large",
    linked,
  ],
  ["links two arguments", { type: "linkArguments", into: arg("a4"), from: arg("a3") }],
  [
    "links no argument with itself",
    { type: "linkArguments", into: arg("a4"), from: arg("a4") },
    "self-reference",
  ],
  [
    "[I3] links none whose premise is the target",
    { type: "linkArguments", into: arg("a1"), from: arg("a9") },
    "self-reference",
    mapOf([...base.records.values(), anArgument("a9", ["c2"], onCard("c4"))]),
  ],
  [
    "links into nothing that is not there",
    { type: "linkArguments", into: arg("a9"), from: arg("a1") },
    "missing",
  ],
  [
    "links from nothing that is not there",
    { type: "linkArguments", into: arg("a1"), from: arg("a9") },
    "missing",
  ],
  ["puts a premise last", { type: "orderPremise", argument: arg("a3"), card: card("c1"), before: null }],
  [
    "leaves a premise where it is",
    { type: "orderPremise", argument: arg("a1"), card: card("c1"), before: null },
  ],
  [
    "puts no premise before what is none",
    { type: "orderPremise", argument: arg("a3"), card: card("c1"), before: card("c4") },
    "missing",
  ],
  [
    "puts nothing that is no premise",
    { type: "orderPremise", argument: arg("a1"), card: card("c4"), before: null },
    "missing",
  ],
  [
    "orders no argument that is not there",
    { type: "orderPremise", argument: arg("a9"), card: card("c1"), before: null },
    "missing",
  ],
  ["takes a premise out", { type: "unlinkPremise", argument: arg("a3"), card: card("c1"), by }],
  [
    "lets a premise go on alone",
    { type: "unlinkPremise", argument: arg("a3"), card: card("c1"), as: arg("a9"), by },
  ],
  ["takes the last premise out", { type: "unlinkPremise", argument: arg("a1"), card: card("c1"), by }],
  [
    "lets no last premise go on alone",
    { type: "unlinkPremise", argument: arg("a1"), card: card("c1"), as: arg("a9"), by },
    "empty",
  ],
  [
    "takes out what is no premise",
    { type: "unlinkPremise", argument: arg("a1"), card: card("c3"), by },
    "missing",
  ],
  [
    "takes a premise out of nothing",
    { type: "unlinkPremise", argument: arg("a9"), card: card("c3"), by },
    "missing",
  ],
  [
    "lets none go on under an id in use",
    { type: "unlinkPremise", argument: arg("a3"), card: card("c1"), as: arg("a1"), by },
    "id-taken",
  ],
  [
    "[I9] leaves nothing said twice",
    { type: "unlinkPremise", argument: arg("a3"), card: card("c1"), by },
    "duplicate",
    mapOf([...base.records.values(), anArgument("a9", ["c3"], onCard("c4"))]),
  ],
  [
    "contradicts",
    { type: "contradict", id: conflictId("k9"), members: [card("c1"), card("c4")], kind: "contrary", by },
  ],
  [
    "[I7] contradicts no pair twice",
    { type: "contradict", id: conflictId("k9"), members: [card("c2"), card("c1")], kind: "contrary", by },
    "duplicate",
  ],
  [
    "[I7] contradicts no card by itself",
    { type: "contradict", id: conflictId("k9"), members: [card("c1"), card("c1")], kind: "contrary", by },
    "self-reference",
  ],
  [
    "[I7] contradicts no question",
    { type: "contradict", id: conflictId("k9"), members: [card("c1"), card("q1")], kind: "contrary", by },
    "wrong-kind",
  ],
  [
    "contradicts nothing that is not there",
    { type: "contradict", id: conflictId("k9"), members: [card("c9"), card("c1")], kind: "contrary", by },
    "missing",
  ],
  [
    "contradicts not under an id in use",
    { type: "contradict", id: conflictId("k1"), members: [card("c1"), card("c4")], kind: "contrary", by },
    "id-taken",
  ],
  [
    "edits a conflict",
    { type: "editConflict", id: conflictId("k1"), values: { kind: "contradictory", note: "n" } },
  ],
  [
    "edits no conflict out of bounds",
    { type: "editConflict", id: conflictId("k1"), values: { note: "x".repeat(20_001) } },
    "bad-value",
  ],
  [
    "edits no conflict that is not there",
    { type: "editConflict", id: conflictId("k9"), values: {} },
    "missing",
  ],
];

describe("commands about arguments and conflicts", () => {
  for (const [what, command, fault, map = base] of cases) {
    it(what, () => {
      expect(refusal(map, command)).toBe(fault);
    });
  }
});

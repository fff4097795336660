import { describe, expect, it } from "vitest";
import {
  aCitation,
  addCard,
  card,
  onArgument,
  onCard,
  refusal,
  type as typing,
} from "../../tests/fixtures/model/build.ts";
import { base, type Case, crowded, tooLong } from "../../tests/fixtures/model/small-map.ts";
import type { CitationId } from "./ids.ts";
import type { CardKind, Point } from "./records.ts";

const cases: readonly Case[] = [
  ["adds a card", addCard("c9", "claim", "😀", [1, 2])],
  ["adds no card under an id in use", addCard("c1"), "id-taken"],
  ["adds no card under a strange id", addCard("c 9"), "bad-value"],
  ["adds no card of an unknown kind", addCard("c9", "opinion" as CardKind), "bad-value"],
  ["adds no card that is too long", addCard("c9", "claim", tooLong), "too-large"],
  ["adds no card with half a character", addCard("c9", "claim", "\ud83d"), "bad-value"],
  ["adds no card nowhere", addCard("c9", "claim", "", [Number.NaN, 0]), "bad-value"],
  ["adds no card too far away", addCard("c9", "claim", "", [0, 1e9]), "bad-value"],
  ["types", typing("c2", 4, "c")],
  ["types in no card that is not there", typing("c9", 0, "c"), "missing"],
  ["types in no argument", typing("a1", 0, "c"), "wrong-kind"],
  ["types not beyond the end", typing("c2", 5, "c"), "out-of-range"],
  ["types not before the start", typing("c2", -1, "c"), "bad-value"],
  ["types not at half a place", typing("c2", 0.5, "c"), "bad-value"],
  ["types not into a character", typing("c2", 2, "c"), "bad-value"],
  [
    "deletes no half a character",
    { type: "spliceText", id: card("c2"), index: 1, remove: 1, insert: "" },
    "bad-value",
  ],
  ["types no half a character", typing("c2", 0, "\ude00"), "bad-value"],
  ["types not beyond what a card holds", typing("c2", 0, tooLong), "too-large"],
  ["sets a text", { type: "setText", id: card("c2"), text: "a😁b" }],
  ["sets no text that is too long", { type: "setText", id: card("c2"), text: tooLong }, "too-large"],
  ["sets no text of half characters", { type: "setText", id: card("c2"), text: "a\ud83d" }, "bad-value"],
  ["sets no text of what is not there", { type: "setText", id: card("c9"), text: "" }, "missing"],
  [
    "[I1] makes no premise a question",
    { type: "retypeCard", id: card("c5"), kind: "question" },
    "wrong-kind",
  ],
  ["[I2] makes no target a question", { type: "retypeCard", id: card("c4"), kind: "question" }, "wrong-kind"],
  ["[I8] makes no answer a question", { type: "retypeCard", id: card("c2"), kind: "question" }, "wrong-kind"],
  [
    "[I8] makes no question with parts a claim",
    { type: "retypeCard", id: card("q1"), kind: "claim" },
    "wrong-kind",
  ],
  ["makes a part of a question a claim", { type: "retypeCard", id: card("q2"), kind: "claim" }],
  ["makes a claim evidence", { type: "retypeCard", id: card("c5"), kind: "evidence" }],
  [
    "makes nothing an unknown kind",
    { type: "retypeCard", id: card("c5"), kind: "x" as CardKind },
    "bad-value",
  ],
  ["retypes nothing that is not there", { type: "retypeCard", id: card("c9"), kind: "claim" }, "missing"],
  [
    "edits a card",
    { type: "editCard", id: card("c1"), values: { title: "t", base: 0.5, color: "blue", granted: true } },
  ],
  ["edits no card out of bounds", { type: "editCard", id: card("c1"), values: { base: 2 } }, "bad-value"],
  ["edits no card that is not there", { type: "editCard", id: card("c9"), values: {} }, "missing"],
  ["tags a card", { type: "tag", id: card("c1"), tag: " new ", on: true }],
  ["takes a tag off", { type: "tag", id: card("c1"), tag: "none", on: false }],
  ["tags with no blank", { type: "tag", id: card("c1"), tag: "  ", on: true }, "bad-value"],
  ["tags with no half character", { type: "tag", id: card("c1"), tag: "\ud800", on: true }, "bad-value"],
  ["tags nothing that is not there", { type: "tag", id: card("c9"), tag: "a", on: true }, "missing"],
  [
    "tags no further than a list goes",
    { type: "tag", id: card("c1"), tag: "new", on: true },
    "too-large",
    crowded,
  ],
  [
    "tags again where the list is full",
    { type: "tag", id: card("c1"), tag: "m0", on: true },
    undefined,
    crowded,
  ],
  ["moves cards", { type: "moveCards", to: [[card("c1"), [1, 1]]] }],
  ["moves nothing that is not there", { type: "moveCards", to: [[card("c9"), [1, 1]]] }, "missing"],
  ["moves no card nowhere", { type: "moveCards", to: [[card("c1"), [1, Infinity] as Point]] }, "bad-value"],
  ["cites", { type: "cite", card: card("c1"), citation: aCitation("z1", "s1", { quote: "q" }) }],
  [
    "cites no source that is not there",
    { type: "cite", card: card("c1"), citation: aCitation("z1", "s9") },
    "missing",
  ],
  [
    "cites nothing malformed",
    { type: "cite", card: card("c1"), citation: aCitation("z 1", "s1") },
    "bad-value",
  ],
  [
    "cites on no card that is not there",
    { type: "cite", card: card("c9"), citation: aCitation("z1", "s1") },
    "missing",
  ],
  [
    "cites no further than a list goes",
    { type: "cite", card: card("c2"), citation: aCitation("z", "s1") },
    "too-large",
    crowded,
  ],
  ["takes a citation away", { type: "uncite", card: card("c3"), citation: "z1" as CitationId }],
  [
    "takes no citation from nothing",
    { type: "uncite", card: card("c9"), citation: "z1" as CitationId },
    "missing",
  ],
  ["answers a question", { type: "answer", claim: card("c1"), question: card("q1"), on: true }],
  ["answers no more", { type: "answer", claim: card("c2"), question: card("q1"), on: false }],
  [
    "[I8] answers no claim",
    { type: "answer", claim: card("c1"), question: card("c2"), on: true },
    "wrong-kind",
  ],
  [
    "[I8] answers with no question",
    { type: "answer", claim: card("q2"), question: card("q1"), on: true },
    "wrong-kind",
  ],
  [
    "answers nothing that is not there",
    { type: "answer", claim: card("c1"), question: card("q9"), on: true },
    "missing",
  ],
  [
    "answers no further than a list goes",
    { type: "answer", claim: card("c1"), question: card("q1"), on: true },
    "too-large",
    crowded,
  ],
  ["puts a question under another", { type: "setParent", question: card("q3"), parent: card("q2") }],
  ["lets a question stand on its own", { type: "setParent", question: card("q2"), parent: null }],
  [
    "[I8] puts no question under itself",
    { type: "setParent", question: card("q1"), parent: card("q1") },
    "cycle",
  ],
  [
    "[I8] makes no ring of questions",
    { type: "setParent", question: card("q1"), parent: card("q2") },
    "cycle",
  ],
  [
    "[I8] puts no question under a claim",
    { type: "setParent", question: card("q1"), parent: card("c1") },
    "wrong-kind",
  ],
  [
    "puts no question under nothing",
    { type: "setParent", question: card("q1"), parent: card("q9") },
    "missing",
  ],
  ["says what raised a question", { type: "setRaisedBy", question: card("q1"), by: onArgument("a1") }],
  ["says that nothing raised it", { type: "setRaisedBy", question: card("q1"), by: null }],
  [
    "[I8] says not that it raised itself",
    { type: "setRaisedBy", question: card("q1"), by: onCard("q1") },
    "self-reference",
  ],
  [
    "says not that what is gone raised it",
    { type: "setRaisedBy", question: card("q1"), by: onCard("c9") },
    "missing",
  ],
  ["says not what raised a claim", { type: "setRaisedBy", question: card("c1"), by: null }, "wrong-kind"],
];

describe("commands about cards", () => {
  for (const [what, command, fault, map = base] of cases) {
    it(what, () => {
      expect(refusal(map, command)).toBe(fault);
    });
  }
});

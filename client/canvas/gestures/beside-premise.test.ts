import { expect, test } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import { aCard, anArgument, card, onCard } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { besidePremise } from "./beside-premise.ts";

const box = (x: number, y: number) => ({ x, y, width: 248, height: 68 });
const near: readonly (readonly [CardId, ReturnType<typeof box>])[] = [[card("c2"), box(400, 0)]];

function makeDoc() {
  return createClientSession([
    aCard("c1"),
    aCard("c2"),
    aCard("c3"),
    aCard("c4"),
    aCard("q1", "question"),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3"], onCard("c1")),
    anArgument("a3", ["c4"], onCard("c1"), { polarity: "oppose" }),
  ]).doc;
}

test("below a reason for the same thing, two arguments would become one", () => {
  const beside = besidePremise(makeDoc(), card("c3"), box(410, 90), near);
  expect(beside?.link).toEqual({ type: "linkArguments", into: "a1", from: "a2" });
  expect(beside?.place).toEqual([400, 80]);
});

test("to the right of it as well", () => {
  const beside = besidePremise(makeDoc(), card("c3"), box(670, 10), near);
  expect(beside?.place).toEqual([660, 0]);
});

test("a card that says nothing to it yet would be one more premise", () => {
  const doc = makeDoc();
  doc.apply({ type: "delete", ids: ["a2" as never] }, "user");
  expect(besidePremise(doc, card("c3"), box(400, 80), near)?.link).toEqual({
    type: "linkPremise",
    argument: "a1",
    card: "c3",
  });
});

test.each([
  ["an objection beside a reason", "c4", box(400, 80)],
  ["what the reason is for", "c1", box(400, 80)],
  ["a question", "q1", box(400, 80)],
  ["a card that is too far below", "c3", box(400, 120)],
  ["a card over the reason", "c3", box(400, 20)],
  ["a card to the left", "c3", box(100, 0)],
])("%s is linked with nothing", (_, id, held) => {
  expect(besidePremise(makeDoc(), card(id), held, near)).toBeNull();
});

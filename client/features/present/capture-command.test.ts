import { expect, test } from "vitest";
import { type Card, type Command, getAs } from "#shared/model/index.ts";
import { placeAfter, showingAt } from "#shared/presenting/index.ts";
import { aCard, anArgument, aStep, card, onCard, step } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { captureCommand, type FloorKind, floorKinds } from "./capture-command.ts";

const told = aStep("s1", ["claim", "r1"], { build: "one-by-one" });

function captured(kind: FloorKind) {
  const { session } = createClientSession([
    aCard("claim"),
    aCard("reason"),
    anArgument("r1", ["reason"], onCard("claim")),
    told,
  ]);
  const { doc } = session;
  const showing = showingAt(doc, [told], { step: told.id, beat: 0 });
  const focus = getAs(doc, "card", card("claim"));
  const made = captureCommand(session, {
    text: "No buses",
    kind,
    focus,
    step: told,
    inView: showing?.visible ?? "all",
    tag: "from the floor",
  });
  expect(session.apply(made as Command).ok).toBe(true);
  const added = [...doc.records.values()].find(
    (record): record is Card => record.type === "card" && record.text === "No buses",
  );
  return { doc, added };
}

test("[K12] an objection from the floor is tagged, attached, placed free, and next to come", () => {
  const { doc, added } = captured("but");
  expect(added?.tags).toEqual(["from the floor"]);
  const argument = [...doc.records.values()].find(
    (record) => record.type === "argument" && record.polarity === "oppose",
  );
  expect(argument).toMatchObject({ premises: [added?.id], target: { id: "claim" } });
  const now = getAs(doc, "step", step("s1"));
  expect(now?.shows).toEqual(["claim", added?.id, argument?.id, "r1"]);
  const next = now && showingAt(doc, [now], { step: now.id, beat: 1 });
  expect(next?.fresh).toEqual([added?.id, argument?.id]);
  expect(added && doc.position(added.id)).not.toEqual(doc.position(card("claim")));
});

test("[K12] [P14] at the end of a step that builds up the next key shows what was just said", () => {
  const claimed = aStep("s1", ["claim"], { build: "one-by-one" });
  const before = [claimed, aStep("s2", ["later"])];
  const { session } = createClientSession([aCard("claim"), aCard("later"), ...before]);
  const { doc } = session;
  const end = { step: claimed.id, beat: 0 };
  expect(placeAfter(doc, before, end)).toEqual({ step: "s2", beat: 0 });
  const said = { text: "No buses", kind: "open", focus: undefined, tag: "from the floor" } as const;
  const inView = showingAt(doc, before, end)?.visible ?? "all";
  expect(session.apply(captureCommand(session, { ...said, step: claimed, inView })).ok).toBe(true);
  // Pages hear of a change a moment later: the steps they hold are those of before.
  expect(placeAfter(doc, before, end)).toEqual({ step: claimed.id, beat: 1 });
});

test("[K12] a camera that holds cards holds what was said as well", () => {
  const held = aStep("s1", ["claim"], { fits: [card("claim")] });
  const { session } = createClientSession([aCard("claim"), held]);
  const { doc } = session;
  const focus = getAs(doc, "card", card("claim"));
  const said = { text: "No buses", kind: "but", tag: "from the floor", focus, step: held } as const;
  expect(session.apply(captureCommand(session, { ...said, inView: new Set([card("claim")]) })).ok).toBe(true);
  const added = [...doc.records.values()].find(
    (record): record is Card => record.type === "card" && record.text === "No buses",
  );
  expect(getAs(doc, "step", step("s1"))?.fits).toEqual(["claim", added?.id]);
});

test("[K12] a question from the floor is raised by what is in focus, and what is said about a question answers it", () => {
  const { doc, added } = captured("question");
  expect(added).toMatchObject({ kind: "question", raisedBy: { type: "card", id: "claim" } });
  expect(getAs(doc, "step", step("s1"))?.shows).toEqual(["claim", added?.id, "r1"]);

  const question = aCard("q", "question");
  expect(floorKinds(question)[0]).toBe("answer");
  const { session } = createClientSession([question]);
  const said = { text: "Yes", kind: "answer", tag: "from the floor" } as const;
  const made = captureCommand(session, { ...said, focus: question, step: undefined, inView: "all" });
  expect(session.apply(made).ok).toBe(true);
  const answers = [...session.doc.records.values()].flatMap((record) =>
    record.type === "card" ? record.answers : [],
  );
  expect(answers).toEqual(["q"]);
});

test("[K12] what stands by itself is attached to nothing", () => {
  const { doc, added } = captured("open");
  expect([...doc.referrersOf(added?.id ?? card("x"))].map(({ type }) => type)).toEqual(["step"]);
});

import { expect, test } from "vitest";
import { type CardId, getAs, type RecordId } from "#shared/model/index.ts";
import {
  aCard,
  aGroup,
  anArgument,
  arg,
  card,
  group,
  onArgument,
  onCard,
  remove,
} from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";

function makeTools() {
  const { session, doc } = createClientSession([
    aCard("c1"),
    aCard("c2", "claim", { tags: ["law"] }),
    aCard("c3"),
    aCard("c4"),
    aGroup("g1"),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3", "c4"], onCard("c1")),
    anArgument("a3", ["c4"], onArgument("a2"), { polarity: "oppose" }),
  ]);
  const tools = createCanvasTools(session);
  const at = (id: string) => doc.position(card(id));
  return { ...tools, doc, at, cardOf: (id: string) => getAs(doc, "card", card(id)) };
}

test("selected cards become of one kind, or none does where one cannot", () => {
  const { actions, ui, cardOf } = makeTools();
  const kinds = () => ["c1", "c2", "c3"].map((id) => cardOf(id)?.kind);
  ui.getState().select(["c2", "c3"]);
  actions.marks.retypeSelected("evidence");
  expect(kinds()).toEqual(["claim", "evidence", "evidence"]);
  actions.marks.retypeSelected("question");
  expect(kinds()).toEqual(["claim", "evidence", "evidence"]);
});

test("a card that is gone does not keep the others from being moved", () => {
  const { actions, doc, at } = makeTools();
  doc.apply(remove("c2"), "import");
  actions.arrange.moveTo([
    [card("c1"), [5, 6]],
    [card("c2"), [7, 8]],
  ]);
  expect(at("c1")).toEqual([5, 6]);
});

test("cards are brought into line in one step of undo", () => {
  const { actions, ui, doc, at } = makeTools();
  doc.apply(
    {
      type: "moveCards",
      to: [
        [card("c1"), [0, 0]],
        [card("c2"), [30, 200]],
        [card("c3"), [60, 400]],
      ],
    },
    "import",
  );
  ui.getState().select(["c1", "c2", "c3"]);
  actions.arrange.align("left");
  expect([at("c1"), at("c2"), at("c3")]).toEqual([
    [0, 0],
    [0, 200],
    [0, 400],
  ]);
});

test("pins and what is taken for granted go on for all, unless all have them", () => {
  const { actions, ui, cardOf } = makeTools();
  ui.getState().select(["c1", "c2"]);
  actions.marks.togglePinned();
  ui.getState().select(["c1", "c2", "c3"]);
  actions.marks.togglePinned();
  expect(["c1", "c2", "c3"].map((id) => cardOf(id)?.pinned)).toEqual([true, true, true]);
  actions.marks.togglePinned();
  expect(["c1", "c2", "c3"].map((id) => cardOf(id)?.pinned)).toEqual([false, false, false]);
  actions.marks.toggleGranted();
  expect(cardOf("c1")?.granted).toBe(true);
});

test("a tag goes on those that lack it, and off those that have it", () => {
  const { actions, ui, cardOf, told } = makeTools();
  ui.getState().select(["c1", "c2"]);
  actions.marks.tagSelected("law", true);
  expect([cardOf("c1")?.tags, cardOf("c2")?.tags]).toEqual([["law"], ["law"]]);
  actions.marks.tagSelected("law", false);
  expect([cardOf("c1")?.tags, cardOf("c2")?.tags]).toEqual([[], []]);
  expect(told).toEqual([]);
});

test("cards join a group and leave it", () => {
  const { actions, ui, cardOf } = makeTools();
  ui.getState().select(["c1", "c2"]);
  actions.groups.assignSelected(group("g1"));
  expect([cardOf("c1")?.group, cardOf("c2")?.group]).toEqual(["g1", "g1"]);
  ui.getState().select(["c1"]);
  actions.groups.assignSelected(null);
  expect([cardOf("c1")?.group, cardOf("c2")?.group]).toEqual([null, "g1"]);
});

test("an argument becomes a contradiction and an argument again", () => {
  const { actions, ui, doc } = makeTools();
  actions.steps.toConflict(arg("a1"));
  const [made] = ui.getState().selection;
  const conflict = getAs(doc, "conflict", made as RecordId);
  expect(conflict?.members).toEqual(["c2", "c1"]);
  expect(doc.get(arg("a1"))).toBeUndefined();
  if (conflict) actions.steps.toArgument(conflict, "oppose");
  const [again] = ui.getState().selection;
  expect(getAs(doc, "argument", again as RecordId)).toMatchObject({
    polarity: "oppose",
    premises: ["c2"],
    target: { type: "card", id: "c1" },
  });
});

test("what would lose something cannot become a contradiction", () => {
  const { actions, doc } = makeTools();
  const linked = getAs(doc, "argument", arg("a2"));
  const aboutStep = getAs(doc, "argument", arg("a3"));
  expect(linked && actions.steps.canBeConflict(linked)).toBe(false);
  expect(aboutStep && actions.steps.canBeConflict(aboutStep)).toBe(false);
});

test("one premise is let go to stand on its own, and all are", () => {
  const { actions, doc } = makeTools();
  actions.steps.unlink(arg("a2"), card("c4"));
  expect(getAs(doc, "argument", arg("a2"))?.premises).toEqual(["c3"]);
  const others = [...doc.referrersOf("c4" as CardId)].filter(
    (record) => record.type === "argument" && record.target.id === "c1",
  );
  expect(others).toHaveLength(1);
});

test("what cannot be done is told and changes nothing", () => {
  const { actions, told, doc } = makeTools();
  actions.steps.reverse(arg("a3"), card("c4"));
  expect(told).toEqual(["wrong-kind"]);
  expect(getAs(doc, "argument", arg("a3"))?.target).toEqual(onArgument("a2"));
});

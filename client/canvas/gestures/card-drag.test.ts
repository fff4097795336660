import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type CardId, getAs, type Point } from "#shared/model/index.ts";
import {
  aCard,
  aGroup,
  anArgument,
  arg,
  card,
  group,
  onCard,
  remove,
} from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CardDrag, type Hand } from "./card-drag.ts";
import { DragHintStore } from "./drop-hints.ts";

const places: Readonly<Record<string, Point>> = {
  c1: [0, 0],
  c2: [440, 0],
  c3: [1_000, 600],
  c4: [440, 1_000],
  c5: [440, 1_100],
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function makeDrag() {
  const made = createClientSession([
    aCard("c1"),
    aCard("c2"),
    aCard("c3"),
    aCard("c4", "claim", { group: group("g1") }),
    aCard("c5", "claim", { group: group("g1") }),
    aGroup("g1"),
    anArgument("a1", ["c2"], onCard("c1")),
  ]);
  made.doc.apply(
    { type: "moveCards", to: Object.entries(places).map(([id, at]) => [card(id), at]) },
    "import",
  );
  const tools = createCanvasTools(made.session);
  const hints = new DragHintStore();
  const drag = new CardDrag(tools, hints);
  const at = (id: string) => made.doc.position(card(id));
  const to = (id: string, place: Point, hand: Partial<Hand> = {}) =>
    drag.follow([[card(id), place]], { pointer: place, isFree: false, ...hand });
  return { ...made, ...tools, hints, drag, at, to };
}

test("a card falls into line with its neighbour, and the drop is written there", () => {
  const { drag, to, at, hints, scene, doc } = makeDrag();
  to("c3", [443, 300]);
  expect(scene.rectOf(card("c3"))?.x).toBe(440);
  expect(hints.get().snap?.lines).toContainEqual(expect.objectContaining({ axis: "x", at: 440 }));
  expect(at("c3")).toEqual([1_000, 600]);
  drag.drop();
  expect(at("c3")).toEqual([440, 300]);
  expect(hints.get()).toEqual({ snap: null, drop: null });
  expect(getAs(doc, "card", card("c3"))?.group).toBeNull();
});

test("with Alt it stays where the hand is", () => {
  const { drag, to, at } = makeDrag();
  to("c3", [443, 300], { isFree: true });
  drag.drop();
  expect(at("c3")).toEqual([443, 300]);
});

test("selected cards come along, as far as the one in the hand", () => {
  const { drag, to, at, ui } = makeDrag();
  ui.getState().select(["c3", "c1"]);
  to("c3", [1_010, 620], { isFree: true });
  drag.drop();
  expect([at("c3"), at("c1")]).toEqual([
    [1_010, 620],
    [10, 20],
  ]);
});

test("when somebody deletes one of several cards in the hand, the others are dropped where they are", () => {
  const { drag, to, at, ui, doc, others } = makeDrag();
  ui.getState().select(["c3", "c1"]);
  to("c3", [1_010, 620], { isFree: true });
  others(remove("c1"));
  drag.drop();
  expect(at("c3")).toEqual([1_010, 620]);
  expect(getAs(doc, "card", card("c1"))).toBeUndefined();
});

test("over a region it joins, and one undo takes back both move and joining", () => {
  const { drag, to, at, doc, hints, history } = makeDrag();
  to("c3", [500, 1_040], { isFree: true });
  expect(hints.get().drop).toMatchObject({ kind: "join" });
  drag.drop();
  expect(getAs(doc, "card", card("c3"))?.group).toBe("g1");
  history.undo();
  expect(getAs(doc, "card", card("c3"))?.group).toBeNull();
  expect(at("c3")).toEqual([1_000, 600]);
});

test("where the region goes that it was to join, it is dropped all the same", () => {
  const { drag, to, at, doc, others } = makeDrag();
  to("c3", [460, 1_050], { isFree: true });
  others(remove("g1"));
  drag.drop();
  expect(at("c3")).toEqual([460, 1_050]);
  expect(getAs(doc, "card", card("c3"))?.group).toBeNull();
});

test("wholly out of its region it leaves", () => {
  const { drag, to, doc, hints } = makeDrag();
  to("c5", [1_500, 1_100], { isFree: true });
  expect(hints.get().drop).toMatchObject({ kind: "leave" });
  drag.drop();
  expect(getAs(doc, "card", card("c5"))?.group).toBeNull();
});

test("beside a premise it is linked only when it was held there, and comes to stand below it", () => {
  const { drag, to, at, doc, hints, scene } = makeDrag();
  const below = (scene.rectOf(card("c2"))?.height ?? 0) + 12;
  const premises = () => getAs(doc, "argument", arg("a1"))?.premises;
  to("c3", [446, below + 3], { isFree: true });
  drag.drop();
  expect(premises()).toEqual(["c2"]);

  to("c3", [450, below + 5], { isFree: true });
  vi.advanceTimersByTime(399);
  expect(hints.get().drop).toBeNull();
  vi.advanceTimersByTime(1);
  expect(hints.get().drop).toMatchObject({ kind: "together" });
  drag.drop();
  expect(premises()).toEqual(["c2", "c3"]);
  expect(at("c3")).toEqual([440, below]);
});

test("where the argument goes that it was to join, it is dropped all the same, and why it is not linked is told", () => {
  const { drag, to, at, others, scene, told } = makeDrag();
  const below = (scene.rectOf(card("c2"))?.height ?? 0) + 12;
  to("c3", [440, below], { isFree: true });
  vi.advanceTimersByTime(500);
  others(remove("a1"));
  drag.drop();
  expect(at("c3")).toEqual([440, below]);
  expect(told).toEqual(["Moved, but not linked. Someone else has deleted that meanwhile."]);
});

test("moved away again before the drop, it is not linked", () => {
  const { drag, to, doc, hints, scene } = makeDrag();
  const below = (scene.rectOf(card("c2"))?.height ?? 0) + 12;
  to("c3", [440, below], { isFree: true });
  vi.advanceTimersByTime(500);
  to("c3", [800, 400], { isFree: true });
  expect(hints.get().drop).toBeNull();
  drag.drop();
  expect(getAs(doc, "argument", arg("a1"))?.premises).toEqual(["c2" as CardId]);
});

test("given up, the cards are back, nobody sees a drag and the next one begins anew", () => {
  const { drag, to, at, hints, scene, session } = makeDrag();
  const told = vi.spyOn(session.presence, "drag");
  to("c3", [500, 1_040], { isFree: true });
  drag.giveUp();
  expect(scene.rectOf(card("c3"))).toMatchObject({ x: 1_000, y: 600 });
  expect(hints.get()).toEqual({ snap: null, drop: null });
  expect(told).toHaveBeenLastCalledWith(null);
  drag.drop();
  expect(at("c3")).toEqual([1_000, 600]);
  to("c1", [10, 10], { isFree: true });
  drag.drop();
  expect(at("c1")).toEqual([10, 10]);
});

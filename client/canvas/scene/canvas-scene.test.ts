import { expect, test } from "vitest";
import type { CardId, Command, ConflictId } from "#shared/model/index.ts";
import { aCard, anArgument, onArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CanvasScene } from "./canvas-scene.ts";

const everywhere = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
const ids = (...names: readonly string[]) => names as readonly CardId[];

function makeScene() {
  const made = createClientSession([
    aCard("c1"),
    aCard("c2"),
    aCard("c3"),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3"], onArgument("a1"), { polarity: "oppose" }),
  ]);
  return { ...made, scene: new CanvasScene(made.session.records) };
}

test("a hidden card goes with the lines that end at it, and with what is about those", () => {
  const { scene } = makeScene();
  expect(scene.inView(everywhere)).toEqual({ cards: ids("c1", "c2", "c3"), links: ["a1", "a2"] });
  scene.hide(new Map(ids("c2").map((id) => [id, null])));
  expect(scene.inView(everywhere)).toEqual({ cards: ids("c1", "c3"), links: [] });
  expect(scene.rectOf("c2" as CardId)).toBeUndefined();
});

test("shown again, everything is where it was", () => {
  const { scene } = makeScene();
  const before = scene.linkOf("a2");
  scene.hide(new Map(ids("c2").map((id) => [id, null])));
  scene.hide(new Map([["c2" as CardId, undefined]]));
  expect(scene.inView(everywhere)).toEqual({ cards: ids("c1", "c2", "c3"), links: ["a1", "a2"] });
  expect(scene.linkOf("a2")).toEqual(before);
});

test("links end at the box that stands for a hidden card, and vanish where they run inside it", () => {
  const { scene } = makeScene();
  const box = { x: 2_000, y: 0, width: 100, height: 40 };
  scene.hide(new Map([["c2" as CardId, box]]));
  expect(scene.inView(everywhere).links).toEqual(["a1", "a2"]);
  expect(scene.rectOf("c2" as CardId)).toEqual(box);
  scene.hide(
    new Map([
      ["c1" as CardId, box],
      ["c2" as CardId, box],
    ]),
  );
  // What speaks against the hidden step still does: its line ends at the box.
  expect(scene.inView(everywhere)).toEqual({ cards: ids("c3"), links: ["a2"] });
});

test("whoever shows a line hears that it went and came", () => {
  const { scene } = makeScene();
  const heard: (boolean | undefined)[] = [];
  scene.subscribe("a1", () => heard.push(scene.linkOf("a1") !== undefined));
  scene.hide(new Map([["c2" as CardId, null]]));
  scene.hide(new Map([["c2" as CardId, undefined]]));
  expect(heard).toEqual([false, true]);
});

test("kept up change by change it is what it would be if the map were opened now", async () => {
  const { scene, session } = makeScene();
  const by = { author: "Bo", createdAt: 9 };
  const card = (name: string) => name as CardId;
  const steps: readonly Command[] = [
    { type: "addCard", id: card("c4"), kind: "question", text: "Why?", at: [900, 400], by },
    { type: "answer", claim: card("c2"), question: card("c4"), on: true },
    { type: "moveCards", to: [[card("c1"), [-300, 80]]] },
    { type: "spliceText", id: card("c1"), index: 0, remove: 0, insert: "Much longer. ".repeat(20) },
    { type: "contradict", id: "k1" as ConflictId, members: [card("c1"), card("c2")], kind: "contrary", by },
    { type: "delete", ids: [card("c3")] },
  ];
  for (const step of steps) {
    expect(session.apply(step).ok).toBe(true);
    await Promise.resolve();
    const fresh = new CanvasScene(session.records);
    const shown = scene.inView(everywhere);
    expect(shown).toEqual(fresh.inView(everywhere));
    for (const id of shown.cards) expect(scene.rectOf(id)).toEqual(fresh.rectOf(id));
    for (const id of shown.cards) expect(scene.boxOf(id)).toEqual(fresh.boxOf(id));
    for (const key of shown.links) expect(scene.linkOf(key)).toEqual(fresh.linkOf(key));
    fresh.dispose();
  }
});

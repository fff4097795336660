import { expect, test } from "vitest";
import type { Rect } from "#shared/diagram/index.ts";
import { HeldElements } from "./held-elements.ts";
import type { CanvasNode } from "./projection.ts";

test("an element goes where its card is held, and its node takes over in the frame in which it comes", () => {
  const { held, hand, places, element, translate } = stage();
  held.committed([nodeAt(100, 50)]);
  hand.add("card");
  places.set("card", { ...box, x: 130, y: 40 });
  held.follow();
  expect(translate()).toBe("30px -10px");
  expect(element.hasAttribute("data-held")).toBe(true);

  // Let go of: until the node has come, the element stays where it was last seen.
  hand.delete("card");
  held.follow();
  expect(translate()).toBe("30px -10px");
  held.committed([nodeAt(130, 40)]);
  expect(translate()).toBe("");
  expect(element.style.length).toBe(0);
  expect(element.hasAttribute("data-held")).toBe(false);
});

test("a card that is put back is back at once, though no other node comes", () => {
  const { held, hand, places, translate } = stage();
  held.committed([nodeAt(100, 50)]);
  hand.add("card");
  places.set("card", { ...box, x: 130, y: 40 });
  held.follow();
  hand.delete("card");
  places.set("card", { ...box, x: 100, y: 50 });
  held.follow();
  expect(translate()).toBe("");
});

test("a node that comes anew on the way is counted from where it says that it is", () => {
  const { held, hand, places, translate } = stage();
  held.committed([nodeAt(100, 50)]);
  hand.add("card");
  places.set("card", { ...box, x: 130, y: 40 });
  held.follow();
  held.committed([nodeAt(120, 45)]);
  expect(translate()).toBe("10px -5px");
});

test("what is held and no element costs nothing and breaks nothing", () => {
  const { held, hand, translate } = stage();
  hand.add("far");
  held.follow();
  expect(translate()).toBe("");
});

const box: Rect = { x: 100, y: 50, width: 248, height: 80 };

function nodeAt(x: number, y: number): CanvasNode {
  return { id: "card", type: "card", position: { x, y }, data: {} };
}

function stage() {
  const hand = new Set<string>();
  const places = new Map<string, Rect>([["card", box]]);
  const element = document.createElement("div");
  const held = new HeldElements(
    { inHand: { has: (key) => hand.has(key), keys: () => hand }, placeOf: (key) => places.get(key) },
    (key) => (key === "card" ? element : null),
  );
  return { held, hand, places, element, translate: () => element.style.translate ?? "" };
}

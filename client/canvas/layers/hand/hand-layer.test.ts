import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lightTheme } from "#shared/diagram/tokens.ts";
import type { Point } from "#shared/model/index.ts";
import { aCard, anArgument, card, onCard } from "../../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../../tests/support/client-session.tsx";
import { deskLevels } from "../../view/levels.ts";
import { Motion } from "../../view/motion.ts";
import { dimmedOpacity, type Picture } from "../bitmap/picture.ts";
import { HandLayer } from "./hand-layer.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/**
 * c1 <- c2, c3 alone, and the layer in a place of its own; `covered` are the keys of what elements hide, `dimmed` of what is
 * pale.
 */
function makeLayer(covered: readonly string[] = [], dimmed: readonly string[] = []) {
  const { session } = createClientSession([
    aCard("c1"),
    aCard("c2"),
    aCard("c3"),
    anArgument("a1", ["c2"], onCard("c1")),
  ]);
  session.apply({ type: "moveCards", to: [[card("c2"), [400, 0]]] });
  const { scene, view } = createCanvasTools(session);
  const selected = new Set<string>();
  const picture: Picture = {
    scene,
    doc: session.doc,
    theme: lightTheme,
    levels: deskLevels,
    kindWord: (kind) => kind,
    linkWord: (tone) => tone,
    untitledGroup: "",
    emptyText: () => "",
    isSelected: (key) => selected.has(key),
    isMarked: () => false,
    isDimmed: (key) => dimmed.includes(key),
    countBelow: () => 0,
    markAt: () => undefined,
    threadsOn: () => 0,
    isCovered: (key) => covered.includes(key),
  };
  const place = document.createElement("div");
  const layer = new HandLayer(place, view, new Motion(view), picture);
  scene.onDamage(({ movingKeys }) => layer.follow(movingKeys));
  const frame = () => vi.advanceTimersToNextFrame();
  return {
    scene,
    layer,
    place,
    frame,
    select: (key: string) => {
      selected.add(key);
      layer.follow([key]);
    },
    move: (id: string, at: Point) => scene.shift([[card(id), at]]),
    line: () => place.querySelector("path")?.getAttribute("d") ?? null,
    opacity: () => place.querySelector("path")?.getAttribute("stroke-opacity") ?? null,
    width: () => place.querySelector("path")?.getAttribute("stroke-width") ?? null,
    pictures: () => [...place.querySelectorAll("canvas")],
  };
}

test("the line of a card on the move follows it frame by frame, and goes as the card is dropped", () => {
  const { scene, move, line, frame } = makeLayer();
  expect(line()).toBeNull();
  move("c2", [400, 100]);
  frame();
  const first = line();
  expect(first).toMatch(/^M/);
  move("c2", [400, 300]);
  frame();
  expect(line()).not.toBe(first);
  scene.settle();
  frame();
  expect(line()).toBeNull();
});

test("a card and a word that no element shows are drawn once and then moved", () => {
  const { scene, move, pictures, frame } = makeLayer();
  move("c2", [400, 100]);
  frame();
  const before = pictures();
  expect(before).toHaveLength(2);
  const places = before.map(({ style }) => style.transform);
  move("c2", [400, 300]);
  frame();
  expect(pictures()).toEqual(before);
  expect(pictures().map(({ style }) => style.transform)).not.toEqual(places);
  scene.settle();
  frame();
  expect(pictures()).toHaveLength(0);
});

test("what elements show is not drawn below them", () => {
  const { move, pictures, line, frame } = makeLayer(["c2", "a1"]);
  move("c2", [400, 100]);
  frame();
  expect(pictures()).toHaveLength(0);
  expect(line()).not.toBeNull();
});

test("what is far from the screen is not drawn until it comes near", () => {
  const { move, pictures, frame } = makeLayer();
  move("c2", [9_000, 100]);
  frame();
  expect(pictures()).toHaveLength(0);
  move("c2", [400, 100]);
  frame();
  expect(pictures()).toHaveLength(2);
});

test("a line that is selected on the way is drawn as selected ones are", () => {
  const { move, select, width, frame } = makeLayer();
  move("c2", [400, 100]);
  frame();
  const before = Number(width());
  select("a1");
  frame();
  expect(Number(width())).toBeGreaterThan(before);
});

test("a line of what is pale is as pale", () => {
  const { move, opacity, frame } = makeLayer([], ["a1"]);
  move("c2", [400, 100]);
  frame();
  expect(Number(opacity())).toBe(dimmedOpacity);
});

test("taken down, it leaves nothing behind", () => {
  const { move, layer, place, frame } = makeLayer();
  move("c2", [400, 100]);
  frame();
  layer.dispose();
  expect(place.children).toHaveLength(0);
});

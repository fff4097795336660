import { afterEach, expect, test, vi } from "vitest";
import type { CardId, MapRecord } from "#shared/model/index.ts";
import { aCard } from "../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../tests/support/client-session.tsx";
import { NodeWindow } from "./node-window.ts";
import { Motion } from "./view/motion.ts";

const farOff = { x: 0, y: 0, zoom: 0.1 };
const id = (name: string) => name as CardId;

/** A map of so many cards in a row, and the window onto it, at rest. */
function makeWindow(count: number) {
  const cards = Array.from({ length: count }, (_, index): MapRecord => aCard(`c${index}`));
  const { session } = createClientSession(cards);
  session.apply({
    type: "moveCards",
    to: cards.map((_, index) => [id(`c${index}`), [(index % 10) * 300, Math.floor(index / 10) * 160]]),
  });
  const tools = createCanvasTools(session);
  const motion = new Motion(tools.view);
  const made = new NodeWindow(tools.scene, tools.ui, tools.view, motion);
  return { ...tools, session, motion, window: made };
}

afterEach(() => {
  vi.useRealTimers();
});

const idsOf = ({ window }: ReturnType<typeof makeWindow>) => window.shown().nodes.map((node) => node.id);

test("from far off only what one points at, has selected or has the keyboard at is an element", () => {
  const made = makeWindow(100);
  made.view.moveTo(farOff);
  made.window.start(() => undefined);
  expect(made.window.shown().isDrawn).toBe(true);
  expect(idsOf(made)).toEqual([]);
  made.window.pointAt("c7");
  made.ui.getState().focus("c3");
  expect(idsOf(made)).toEqual(["c3", "c7"]);
  made.window.pointAt(null);
  expect(idsOf(made)).toEqual(["c3"]);
});

test("of very many selected cards a bounded number are elements", () => {
  const made = makeWindow(300);
  made.view.moveTo(farOff);
  made.window.start(() => undefined);
  made.actions.selectAll();
  expect(made.ui.getState().selection.size).toBe(300);
  expect(idsOf(made)).toHaveLength(60);
});

test("a small map keeps all its cards as elements from any distance", () => {
  const made = makeWindow(12);
  made.view.moveTo(farOff);
  made.window.start(() => undefined);
  expect(made.window.shown().isDrawn).toBe(false);
  expect(idsOf(made)).toHaveLength(12);
});

test("after a jump the first elements are the nearest to the middle, and no more than a frame can bear", () => {
  const made = makeWindow(100);
  made.window.start(() => undefined);
  expect(idsOf(made)).toHaveLength(16);
});

test("a card just added for writing is an element as soon as it lies on the canvas", async () => {
  const made = makeWindow(100);
  made.window.start(() => undefined);
  made.actions.addCard("claim", [9_000, 9_000]);
  const { editing } = made.ui.getState();
  // The document's changes are told in a microtask.
  await Promise.resolve();
  expect(idsOf(made)).toContain(editing);
});

test("a card that is hidden behind a box while the view moves is no element in that box's place", () => {
  vi.useFakeTimers({
    toFake: ["requestAnimationFrame", "cancelAnimationFrame", "setTimeout", "clearTimeout"],
  });
  const made = makeWindow(12);
  made.motion.start();
  made.window.start(() => undefined);
  made.view.moveTo({ x: 10, y: 0, zoom: 1 });
  expect(made.motion.isMoving).toBe(true);
  expect(idsOf(made)).toContain("c0");
  made.scene.hide(new Map([[id("c0"), { x: 600, y: 400, width: 248, height: 76 }]]));
  vi.advanceTimersToNextFrame();
  expect(idsOf(made)).not.toContain("c0");
});

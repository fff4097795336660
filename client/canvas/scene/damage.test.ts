import { expect, test } from "vitest";
import { linkGeometry, type Rect } from "#shared/diagram/index.ts";
import type { CardId, GroupId } from "#shared/model/index.ts";
import { aCard, anArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CanvasScene } from "./canvas-scene.ts";
import { Damage, edgesBetween, stretchesOf } from "./damage.ts";

const card = (name: string) => name as CardId;

/** Two cards with a line between them, a third in a group with a fourth, and what was told of them so far. */
function makeScene() {
  const made = createClientSession([
    aCard("a"),
    aCard("b"),
    anArgument("b-for-a", ["b"], onCard("a")),
    aCard("far"),
    aCard("farther"),
  ]);
  const at = (id: string, x: number, y: number) => [card(id), [x, y] as const] as const;
  made.session.apply({
    type: "moveCards",
    to: [at("a", 0, 0), at("b", 400, 0), at("far", 3_000, 0), at("farther", 4_000, 0)],
  });
  made.session.apply({
    type: "addGroup",
    id: "g" as GroupId,
    title: "",
    members: [card("far"), card("farther")],
    createdAt: 0,
  });
  const scene = new CanvasScene(made.session.records);
  const told: Rect[] = [];
  scene.onDamage(({ still, moving }) => told.push(...still, ...moving));
  return { ...made, scene, told };
}

const touches = (x: number, y: number) => (rect: Rect) =>
  rect.x <= x && x <= rect.x + rect.width && rect.y <= y && y <= rect.y + rect.height;

test("a card that moves damages where it was, where it is and its lines, and nothing far off", () => {
  const { scene, told } = makeScene();
  scene.shift([[card("b"), [400, 300]]]);
  expect(told.some(touches(410, 10))).toBe(true);
  expect(told.some(touches(410, 310))).toBe(true);
  const joint = scene.linkOf("b-for-a")?.geometry.label ?? [Number.NaN, Number.NaN];
  expect(told.some(touches(...joint))).toBe(true);
  expect(told.some(touches(3_010, 10))).toBe(false);
});

test("a card that moves its region's border damages the border and not the inside", () => {
  const { scene, told } = makeScene();
  scene.shift([[card("farther"), [4_200, 0]]]);
  expect(told.some(touches(4_440, 10))).toBe(true);
  expect(told.some(touches(3_600, 30))).toBe(false);
});

test("a card that looks different damages its place, one that is hidden leaves it", () => {
  const { scene, told } = makeScene();
  scene.hide(new Map([[card("far"), null]]));
  expect(told.some(touches(3_010, 10))).toBe(true);
  expect(scene.groupBounds("g" as GroupId)?.x).toBe(4_000);
});

test("a long diagonal line is told in pieces that cover it and leave most of its box out", () => {
  const from = { x: 0, y: 0, width: 100, height: 60 };
  const to = { x: 6_000, y: 4_000, width: 100, height: 60 };
  const geometry = linkGeometry(from, to);
  const pieces = stretchesOf(geometry);
  const area = pieces.reduce((sum, { width, height }) => sum + width * height, 0);
  expect(area).toBeLessThan((geometry.bounds.width * geometry.bounds.height) / 3);
  for (let t = 0; t <= 1; t += 0.01) {
    const u = 1 - t;
    const at = (axis: 0 | 1) =>
      u ** 3 * geometry.path.from[axis] +
      3 * u * u * t * geometry.path.control1[axis] +
      3 * u * t * t * geometry.path.control2[axis] +
      t ** 3 * geometry.path.to[axis];
    expect(pieces.some(touches(at(0), at(1)))).toBe(true);
  }
});

test("very many stretches come as a bounded number that covers them", () => {
  const damage = new Damage(() => false);
  const told: (readonly Rect[])[] = [];
  damage.subscribe(({ still }) => told.push(still));
  for (let i = 0; i < 5_000; i += 1) damage.add([{ x: i * 10, y: 0, width: 5, height: 5 }]);
  damage.tell();
  damage.tell();
  expect(told).toHaveLength(1);
  const [rects = []] = told;
  expect(rects.length).toBeLessThanOrEqual(600);
  expect(rects.some(touches(49_990, 3))).toBe(true);
  expect(rects.some(touches(0, 3))).toBe(true);
});

test("boxes that share nothing are told whole", () => {
  const [a, b] = [
    { x: 0, y: 0, width: 10, height: 10 },
    { x: 100, y: 0, width: 10, height: 10 },
  ];
  expect(edgesBetween(a, b)).toEqual([a, b]);
  expect(edgesBetween(undefined, b)).toEqual([b]);
});

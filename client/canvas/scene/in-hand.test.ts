import { expect, test } from "vitest";
import type { CardId, Command, Point } from "#shared/model/index.ts";
import { aCard, anArgument, card, connect, onArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CanvasScene } from "./canvas-scene.ts";
import type { SceneDamage } from "./damage.ts";

const first: readonly Point[] = [
  [0, 0],
  [400, 0],
  [800, 0],
  [1_200, 0],
];

/** c1 <- c2, c3 against that step, c4 alone; what was told of each change. */
function makeScene() {
  const made = createClientSession([
    ...first.map((_, index) => aCard(`c${index + 1}`)),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3"], onArgument("a1"), { polarity: "oppose" }),
  ]);
  made.session.apply({ type: "moveCards", to: first.map((at, index) => [card(`c${index + 1}`), at]) });
  const scene = new CanvasScene(made.session.records);
  const told: SceneDamage[] = [];
  scene.onDamage((damage) => told.push(damage));
  const move = (id: string, at: Point) => scene.shift([[card(id), at]]);
  const held = () => [...scene.inHand.keys()].sort();
  return { ...made, scene, told, move, held };
}

const covers = ({ still }: SceneDamage, [x, y]: Point) =>
  still.some((rect) => rect.x <= x && x <= rect.x + rect.width && rect.y <= y && y <= rect.y + rect.height);

test("a card on the move is in hand with all lines that move with it, and leaves as it is dropped", () => {
  const { scene, move, held } = makeScene();
  move("c1", [0, 50]);
  // The step that a2 is about ends at c1.
  expect(held()).toEqual(["a1", "a2", "c1"]);
  scene.settle();
  expect(held()).toEqual([]);
});

test("what lies still is damaged as a card is taken and as it is dropped, and by no move between", () => {
  const { scene, told, move } = makeScene();
  for (let y = 100; y <= 500; y += 100) move("c2", [400, y]);
  scene.settle();
  expect(told.map(({ still }) => still.length > 0)).toEqual([true, false, false, false, false, true]);
  expect(told.map(({ isHandedOver }) => isHandedOver)).toEqual([true, false, false, false, false, true]);
  const [taken, ...moves] = told;
  expect(taken && covers(taken, [410, 10])).toBe(true);
  expect([...(moves[0]?.movingKeys ?? [])].sort()).toEqual(["a1", "a2", "c2"]);
});

test("a card dropped where it was last seen is drawn there, though it does not move by it", async () => {
  const { scene, session, told, move } = makeScene();
  move("c4", [1_200, 900]);
  session.apply({ type: "moveCards", to: [[card("c4"), [1_200, 900]]] });
  scene.settle();
  await Promise.resolve();
  expect(told.some((damage) => damage.isHandedOver && covers(damage, [1_210, 910]))).toBe(true);
});

test("a line between two cards in different hands is put down with the last", () => {
  const { scene, move, held } = makeScene();
  move("c1", [0, 50]);
  move("c2", [400, 50]);
  scene.settle([card("c1")]);
  expect(held()).toEqual(["a1", "a2", "c2"]);
});

test("a line that somebody draws to a card on the move goes with it", async () => {
  const { others, move, held } = makeScene();
  move("c4", [1_200, 50]);
  others(connect("a9", ["c4"], onCard("c1")));
  await expect.poll(held).toEqual(["a9", "c4"]);
});

test("a card that somebody deletes is in no hand any more", async () => {
  const { others, move, held } = makeScene();
  move("c2", [400, 50]);
  others({ type: "delete", ids: [card("c2")] } satisfies Command);
  await expect.poll(held).toEqual([]);
});

test("more cards than can be drawn apart are damage at every move", () => {
  const names = Array.from({ length: 41 }, (_, index) => `n${index}`);
  const { session } = createClientSession(names.map((name) => aCard(name)));
  const scene = new CanvasScene(session.records);
  const told: SceneDamage[] = [];
  scene.onDamage((damage) => told.push(damage));
  const moveFirst = (count: number, y: number) =>
    scene.shift(names.slice(0, count).map((name): [CardId, Point] => [card(name), [0, y]]));
  moveFirst(40, 100);
  expect([...scene.inHand.keys()]).toHaveLength(40);
  moveFirst(41, 200);
  expect([...scene.inHand.keys()]).toEqual([]);
  moveFirst(41, 300);
  expect(told.map(({ still }) => still.length > 0)).toEqual([true, true, true]);
  expect(told.at(-1)?.movingKeys.size).toBe(0);
});

test("a card on which more lines hang than can be drawn apart is damage at every move", () => {
  const names = Array.from({ length: 201 }, (_, index) => `n${index}`);
  const { session } = createClientSession([
    aCard("hub"),
    ...names.flatMap((name) => [aCard(name), anArgument(`${name}-for-hub`, [name], onCard("hub"))]),
  ]);
  const scene = new CanvasScene(session.records);
  scene.shift([[card("hub"), [900, 900]]]);
  expect([...scene.inHand.keys()]).toEqual([]);
  scene.settle();
  scene.shift([[card("n0"), [900, 900]]]);
  expect([...scene.inHand.keys()].sort()).toEqual(["n0", "n0-for-hub"]);
});

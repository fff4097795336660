import { expect, test } from "vitest";
import type { CardId, GroupId } from "#shared/model/index.ts";
import { regroupingAt, type StartRegion } from "./drop-group.ts";

const id = (name: string) => name as CardId;
const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });
const region = (name: string, held: readonly string[] = [], isWhole = false, x = 0): StartRegion => ({
  id: name as GroupId,
  box: box(x, 0, 400, 300),
  held: held.map(id),
  isWhole,
});

test("under the pointer a region takes in all that is in the hand", () => {
  const found = regroupingAt(
    [region("g")],
    [10, 10],
    [
      [id("a"), box(0, 0)],
      [id("b"), box(900, 0)],
    ],
  );
  expect(found).toMatchObject({ kind: "join", cards: ["a", "b"], group: "g" });
});

test("who is in it already stays, and only the others join", () => {
  expect(regroupingAt([region("g", ["a"])], [10, 10], [[id("a"), box(0, 0)]])).toBeNull();
  const found = regroupingAt(
    [region("g", ["a"])],
    [10, 10],
    [
      [id("a"), box(0, 0)],
      [id("b"), box(50, 0)],
    ],
  );
  expect(found?.cards).toEqual(["b"]);
});

test("a card leaves once no part of it is in the region any more", () => {
  expect(regroupingAt([region("g", ["a"])], [900, 10], [[id("a"), box(350, 10)]])).toBeNull();
  const found = regroupingAt([region("g", ["a"])], [900, 10], [[id("a"), box(500, 10)]]);
  expect(found).toMatchObject({ kind: "leave", cards: ["a"], group: null });
});

test("a group that is moved whole is neither left nor put into another", () => {
  const whole = region("g", ["a", "b"], true);
  const held = [
    [id("a"), box(700, 0)],
    [id("b"), box(700, 60)],
  ] as const;
  expect(regroupingAt([whole], [710, 10], held)).toBeNull();
  expect(regroupingAt([whole, region("h", [], false, 600)], [710, 10], held)).toBeNull();
});

test("of regions over each other the smaller is meant", () => {
  const small = { ...region("small"), box: box(0, 0, 50, 50) };
  expect(regroupingAt([region("g"), small], [10, 10], [[id("a"), box(0, 0)]])?.group).toBe("small");
});

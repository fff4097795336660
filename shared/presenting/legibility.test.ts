import { expect, test } from "vitest";
import { aCard, card } from "../../tests/fixtures/model/build.ts";
import { cameraRect, legibilityOf, projector, zoomFor } from "./legibility.ts";

test("[PA7] what fits a projector large enough has text of a fiftieth of its height", () => {
  // 11 px is the smallest type, 21.6 are asked for: up to 880 x 495 canvas pixels clear of the edges.
  expect(legibilityOf({ width: 879, height: 490 }, 9)).toMatchObject({ reads: "text", tooMany: 0 });
  expect(legibilityOf({ width: 881, height: 490 }, 9).reads).toBe("titles");
  expect(legibilityOf({ width: 100, height: 496 }, 9).reads).toBe("titles");
});

test("[PA8] from further away only titles can be read, and from further still nothing", () => {
  expect(legibilityOf({ width: 3_519, height: 100 }, 20).reads).toBe("titles");
  expect(legibilityOf({ width: 3_521, height: 100 }, 20).reads).toBe("none");
});

test("[PA9] it is said how many cards are too many, never all of them and never none", () => {
  // Twice as far away is four times the cards.
  expect(legibilityOf({ width: 1_761, height: 990 }, 40).tooMany).toBe(31);
  expect(legibilityOf({ width: 890, height: 490 }, 10).tooMany).toBe(1);
  expect(legibilityOf({ width: 50_000, height: 600 }, 3)).toMatchObject({ reads: "none", tooMany: 2 });
});

test("a single card is not blown up beyond measure, and another screen has another measure", () => {
  expect(zoomFor({ width: 248, height: 80 })).toBeCloseTo(54 / 14);
  expect(legibilityOf({ width: 248, height: 80 }, 1, { width: 390, height: 844 })).toMatchObject({
    zoom: (390 * 0.9) / 248,
    leastPx: 844 / 50,
  });
  expect(zoomFor({ width: 0, height: 0 }, projector)).toBeCloseTo(54 / 14);
});

test("a camera holds a stretch, some cards wherever they lie, or all there is", () => {
  const places = new Map([
    ["a", { x: 0, y: 0, width: 248, height: 80 }],
    ["b", { x: 400, y: 200, width: 248, height: 100 }],
  ]);
  const rectOf = (id: string) => places.get(id);
  const whole = () => ({ x: -1, y: -1, width: 9, height: 9 });
  const of = (camera: Parameters<typeof cameraRect>[0]) => cameraRect(camera, rectOf, whole);
  expect(of({ kind: "rect", rect: [1, 2, 3, 4] })).toEqual({ x: 1, y: 2, width: 3, height: 4 });
  expect(of({ kind: "cards", cards: [card("a"), card("b"), aCard("gone").id] })).toEqual({
    x: 0,
    y: 0,
    width: 648,
    height: 300,
  });
  expect(of({ kind: "cards", cards: [card("gone")] })).toBeUndefined();
  expect(of({ kind: "cards", cards: "all" })).toEqual(whole());
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { centerOf, type Rect } from "#shared/diagram/index.ts";
import { type Heading, nearest } from "./navigation.ts";

function at(x: number, y: number): Rect {
  return { x: x - 50, y: y - 20, width: 100, height: 40 };
}

const from = at(0, 0);
const cross: readonly (readonly [string, Rect])[] = [
  ["west", at(-200, 0)],
  ["east", at(200, 0)],
  ["north", at(0, -200)],
  ["south", at(0, 200)],
];

test.each([
  ["left", "west"],
  ["right", "east"],
  ["up", "north"],
  ["down", "south"],
] as const)("%s finds what lies %s", (heading, expected) => {
  expect(nearest(from, heading, cross)).toBe(expected);
});

test("of two things straight ahead it takes the nearer", () => {
  expect(
    nearest(from, "right", [
      ["far", at(400, 0)],
      ["near", at(200, 0)],
    ]),
  ).toBe("near");
});

test("something straight ahead comes before something near but off to the side", () => {
  expect(
    nearest(from, "right", [
      ["aside", at(100, 120)],
      ["ahead", at(300, 0)],
    ]),
  ).toBe("ahead");
});

test("sizes do not matter, only centres", () => {
  const wide: Rect = { x: 100, y: -500, width: 100, height: 1_000 };
  expect(
    nearest(from, "right", [
      ["wide", wide],
      ["narrow", at(160, 0)],
    ]),
  ).toBe("wide");
});

test("where nothing lies that way there is nothing to go to", () => {
  expect(nearest(from, "left", [["east", at(200, 0)]])).toBeUndefined();
  expect(nearest(from, "left", [])).toBeUndefined();
  expect(nearest(from, "left", [["here", from]])).toBeUndefined();
});

const heading = fc.constantFrom<Heading>("left", "right", "up", "down");
const place = fc.tuple(fc.integer({ min: -5_000, max: 5_000 }), fc.integer({ min: -5_000, max: 5_000 }));
const candidates = fc.array(place, { maxLength: 20 });

test("what it finds lies ahead, and it finds something whenever anything does", () => {
  fc.assert(
    fc.property(heading, candidates, (way, places) => {
      const rects = places.map(([x, y], index) => [index, at(x, y)] as const);
      const isAhead = ([, rect]: (typeof rects)[number]) => {
        const [x, y] = centerOf(rect);
        return { left: -x, right: x, up: -y, down: y }[way] > 1;
      };
      const found = nearest(from, way, rects);
      const foundRect = rects.find(([index]) => index === found);
      expect(found !== undefined).toBe(rects.some(isAhead));
      expect(foundRect === undefined || isAhead(foundRect)).toBe(true);
    }),
  );
});

test("walking on in one direction comes to an end", () => {
  fc.assert(
    fc.property(heading, candidates, (way, places) => {
      const rects = places.map(([x, y], index) => [index, at(x, y)] as const);
      let here: Rect | undefined = from;
      for (let step = 0; step <= rects.length; step++) {
        const next: number | undefined = here && nearest(here, way, rects);
        here = rects.find(([index]) => index === next)?.[1];
      }
      expect(here).toBeUndefined();
    }),
  );
});

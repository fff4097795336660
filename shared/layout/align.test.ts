import fc from "fast-check";
import { expect, test } from "vitest";
import { type Alignment, align, distribute, type Named, stack } from "./align.ts";

const boxes: readonly Named<string>[] = [
  ["a", { x: 0, y: 10, width: 100, height: 40 }],
  ["b", { x: 150, y: 0, width: 50, height: 80 }],
  ["c", { x: 400, y: 100, width: 100, height: 20 }],
];

/** Everything after the move, in the order given. */
function after(places: ReturnType<typeof align<string>>, from: readonly Named<string>[] = boxes) {
  const moved = new Map(places);
  return from.map(([id, box]): Named<string> => {
    const at = moved.get(id);
    return [id, at ? { ...box, x: at[0], y: at[1] } : box];
  });
}

test.each<readonly [Alignment, readonly (readonly [number, number])[]]>([
  [
    "left",
    [
      [0, 10],
      [0, 0],
      [0, 100],
    ],
  ],
  [
    "center",
    [
      [200, 10],
      [225, 0],
      [200, 100],
    ],
  ],
  [
    "right",
    [
      [400, 10],
      [450, 0],
      [400, 100],
    ],
  ],
  [
    "top",
    [
      [0, 0],
      [150, 0],
      [400, 0],
    ],
  ],
  [
    "middle",
    [
      [0, 40],
      [150, 20],
      [400, 50],
    ],
  ],
  [
    "bottom",
    [
      [0, 80],
      [150, 40],
      [400, 100],
    ],
  ],
])("aligned %s", (alignment, places) => {
  expect(after(align(boxes, alignment)).map(([, { x, y }]) => [x, y])).toEqual(places);
});

test("only what moves is told", () => {
  expect(align(boxes, "left").map(([id]) => id)).toEqual(["b", "c"]);
  expect(align([], "left")).toEqual([]);
  expect(stack([])).toEqual([]);
  expect(distribute([], "vertically")).toEqual([]);
});

test("distributed sideways, gaps are equal and the outermost stay", () => {
  expect(after(distribute(boxes, "horizontally")).map(([, { x }]) => x)).toEqual([0, 225, 400]);
});

test("where there is no room between the outermost, the others move on rather than lie on each other", () => {
  const crowded: readonly Named<string>[] = [
    ["a", { x: 0, y: 0, width: 100, height: 50 }],
    ["b", { x: 0, y: 10, width: 100, height: 50 }],
    ["c", { x: 0, y: 20, width: 100, height: 50 }],
  ];
  expect(after(distribute(crowded, "vertically"), crowded).map(([, { y }]) => y)).toEqual([0, 66, 132]);
});

test("a stack is one column from the top left corner, in the order in which boxes lay from top to bottom", () => {
  expect(after(stack(boxes)).map(([, { x, y }]) => [x, y])).toEqual([
    [0, 96],
    [0, 0],
    [0, 152],
  ]);
});

const someBoxes = fc
  .array(
    fc.record({
      x: fc.integer({ min: -5_000, max: 5_000 }),
      y: fc.integer({ min: -5_000, max: 5_000 }),
      width: fc.integer({ min: 1, max: 400 }),
      height: fc.integer({ min: 1, max: 400 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((found) => found.map((box, index): Named<string> => [`${index}`, box]));

test("what has been aligned or stacked once stays where it is the second time", () => {
  const alignments: readonly Alignment[] = ["left", "center", "right", "top", "middle", "bottom"];
  fc.assert(
    fc.property(someBoxes, fc.constantFrom(...alignments), (found, alignment) => {
      const once = after(align(found, alignment), found);
      const again = align(once, alignment);
      // Half pixels are rounded, so middles may be off by one.
      for (const [id, [x, y]] of again) {
        const box = once.find(([known]) => known === id)?.[1];
        expect(Math.abs(x - (box?.x ?? NaN)) + Math.abs(y - (box?.y ?? NaN))).toBeLessThanOrEqual(1);
      }
      const stacked = after(stack(found), found);
      expect(stack(stacked)).toEqual([]);
    }),
  );
});

test("distributed boxes never lie on each other along the axis", () => {
  fc.assert(
    fc.property(someBoxes, fc.constantFrom("horizontally" as const, "vertically" as const), (found, axis) => {
      const [start, length] =
        axis === "horizontally" ? (["x", "width"] as const) : (["y", "height"] as const);
      const spread = after(distribute(found, axis), found)
        .map(([, box]) => [box[start], box[start] + box[length]] as const)
        .toSorted((a, b) => a[0] - b[0]);
      for (const [index, [from]] of spread.entries()) {
        expect(from).toBeGreaterThanOrEqual((spread[index - 1]?.[1] ?? -Infinity) + 15);
      }
    }),
  );
});

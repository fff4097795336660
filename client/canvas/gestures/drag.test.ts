import type { NodeChange } from "@xyflow/react";
import { expect, test } from "vitest";
import type { CanvasNode } from "../projection.ts";
import { draggedPlaces, selectionAfter } from "./drag.ts";

type Change = NodeChange<CanvasNode>;

test("cards being dragged are told with their places in whole pixels", () => {
  const changes: readonly Change[] = [
    { type: "position", id: "a", dragging: true, position: { x: 10.4, y: -3.6 } },
    { type: "position", id: "b", dragging: true, position: { x: 0, y: 0 } },
  ];
  expect(draggedPlaces(changes)).toEqual([
    ["a", [10, -4]],
    ["b", [0, 0]],
  ]);
});

test.each<readonly [string, Change]>([
  ["the end of a drag", { type: "position", id: "a", dragging: false, position: { x: 1, y: 1 } }],
  ["a position that nobody drags", { type: "position", id: "a", position: { x: 1, y: 1 } }],
  ["a drag without a place", { type: "position", id: "a", dragging: true }],
  ["a measurement", { type: "dimensions", id: "a", dimensions: { width: 1, height: 1 } }],
  ["a selection", { type: "select", id: "a", selected: true }],
])("%s moves nothing", (_, change) => {
  expect(draggedPlaces([change])).toEqual([]);
});

test("selecting adds, deselecting takes away", () => {
  const before = new Set(["a", "b"]);
  const after = selectionAfter(before, [
    { type: "select", id: "c", selected: true },
    { type: "select", id: "a", selected: false },
  ]);
  expect(after).toEqual(new Set(["b", "c"]));
  expect(before).toEqual(new Set(["a", "b"]));
});

test("changes that select nothing leave the very same set", () => {
  const before = new Set(["a"]);
  expect(selectionAfter(before, [])).toBe(before);
  expect(selectionAfter(before, [{ type: "position", id: "b", position: { x: 0, y: 0 } }])).toBe(before);
});

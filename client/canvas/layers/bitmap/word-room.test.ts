import { expect, test } from "vitest";
import type { Rect } from "#shared/diagram/index.ts";
import type { Item } from "../../scene/spatial-index.ts";
import { roomAround } from "./word-room.ts";

const box: Rect = { x: -70, y: -15, width: 140, height: 30 };

function roomBeside(...cards: readonly Rect[]) {
  const items = cards.map(
    ({ x, y, width, height }, index): Item => ({
      minX: x,
      minY: y,
      maxX: x + width,
      maxY: y + height,
      id: `c${index}`,
      isCard: true,
    }),
  );
  return roomAround({ itemsIn: () => items }, box);
}

test("[K14] a word between two cards is no wider than the gap, between two that stack no higher", () => {
  const left = { x: -304, y: -40, width: 248, height: 80 };
  const right = { x: 60, y: -40, width: 248, height: 80 };
  expect(roomBeside(left, right)).toEqual({ width: 112, height: 30 });
  const above = { x: -124, y: -90, width: 248, height: 80 };
  const below = { x: -124, y: 12, width: 248, height: 80 };
  expect(roomBeside(above, below)).toEqual({ width: 140, height: 20 });
});

test("[K14] it is as it was where no card is, and where one lies in its middle", () => {
  expect(roomBeside()).toEqual({ width: 140, height: 30 });
  expect(roomBeside({ x: -124, y: -40, width: 248, height: 80 })).toEqual({ width: 140, height: 30 });
});

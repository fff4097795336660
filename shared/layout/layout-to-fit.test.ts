import { expect, test } from "vitest";
import { boundsOf } from "#shared/diagram/index.ts";
import { aCard, anArgument, mapOf, onCard } from "../../tests/fixtures/model/build.ts";
import { layoutToFit } from "./layout-to-fit.ts";

const size = { width: 248, height: 80 };
const reasons = Array.from({ length: 6 }, (_, index) => `r${index}`);
const map = mapOf([
  aCard("claim"),
  ...reasons.map((id) => aCard(id)),
  ...reasons.map((id) => anArgument(`A${id}`, [id], onCard("claim"))),
]);

function shapeFor(aspect: number): number {
  const bounds = boundsOf(
    [...layoutToFit(map, () => size, aspect).values()].map(([x, y]) => ({ x, y, ...size })),
  );
  return bounds ? bounds.width / bounds.height : 0;
}

test("takes the shape of the box that it is to fill, wherever the cards lay", () => {
  expect(shapeFor(4)).toBeGreaterThan(shapeFor(0.4));
  const elsewhere = {
    ...map,
    positions: new Map([...map.positions.keys()].map((id) => [id, [9_000, -5] as const])),
  };
  expect(layoutToFit(elsewhere, () => size, 2)).toEqual(layoutToFit(map, () => size, 2));
});

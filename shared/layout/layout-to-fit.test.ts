import { expect, test } from "vitest";
import { boundsOf } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import { aCard, anArgument, mapOf, onCard } from "../../tests/fixtures/model/build.ts";
import { hiddenLines } from "./hidden-lines.ts";
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

test("[K20] takes no type, however large, in which lines run below cards that stand in stacks", () => {
  const linked = mapOf([
    aCard("claim"),
    ...["a", "b", "c"].flatMap((name) => [
      ...[1, 2, 3].map((index) => aCard(`${name}${index}`)),
      anArgument(
        `A${name}`,
        [1, 2, 3].map((index) => `${name}${index}`),
        onCard("claim"),
      ),
    ]),
  ]);
  const places = layoutToFit(linked, () => size, 16 / 9);
  const rectOf = (id: CardId) => {
    const [x, y] = places.get(id) ?? [0, 0];
    return { x, y, ...size };
  };
  expect(places.size).toBe(10);
  expect(hiddenLines(linked, rectOf)).toBe(0);
  const bounds = boundsOf([...places.keys()].map(rectOf));
  expect(bounds && bounds.width / bounds.height).toBeLessThan(3);
});

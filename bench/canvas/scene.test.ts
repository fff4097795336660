import { expect, test } from "vitest";
import { makeScene } from "./scene.ts";

test("the same number of cards gives the same scene", () => {
  expect(makeScene(200)).toEqual(makeScene(200));
});

test.each([200, 1000, 10_000])("%i cards have 1.3 links each, no two alike and none in a circle", (count) => {
  const { cards, links } = makeScene(count);
  expect(cards).toHaveLength(count);
  expect(links).toHaveLength(1.3 * count);
  expect(new Set(links.map(({ from, to }) => `${from} ${to}`)).size).toBe(links.length);
  const numberOf = (id: string) => Number(id.replace("card-", ""));
  expect(links.every(({ from, to }) => numberOf(to) < numberOf(from))).toBe(true);
});

import { expect, test } from "vitest";
import { boundsOf, cardBox } from "#shared/diagram/index.ts";
import {
  type CardId,
  type MapRecord,
  type PlainMap,
  type Point,
  type Step,
  viewOf,
} from "#shared/model/index.ts";
import { aCard, anArgument, aStep, card, mapOf, onCard, step } from "../../tests/fixtures/model/build.ts";
import { Arrangements } from "./arrangements.ts";
import { legibilityOf } from "./legibility.ts";

const things: readonly MapRecord[] = [
  ...["claim", "p1", "p2", "apart"].map((id) => aCard(id)),
  anArgument("r1", ["p1"], onCard("claim")),
  anArgument("r2", ["p2"], onCard("claim")),
];
const steps: readonly Step[] = [
  aStep("one", ["claim", "p1"]),
  aStep("two", ["r2"], { reveal: "add", build: "one-by-one" }),
  aStep("three", ["apart"]),
  aStep("all", [], { reveal: "all" }),
];

/** The cards stand so far from one another. */
function spread(distance: number, given: readonly Step[] = steps): PlainMap {
  const places: readonly Point[] = [
    [0, 0],
    [distance, 0],
    [0, distance],
    [-distance, -distance],
  ];
  const positions = new Map<CardId, Point>();
  for (const [index, id] of ["claim", "p1", "p2", "apart"].entries())
    positions.set(card(id), places[index] ?? [0, 0]);
  return { ...mapOf([...things, ...given]), positions };
}

function at(map: PlainMap, id: string, given: readonly Step[] = steps, arrangements = new Arrangements()) {
  return arrangements.at(viewOf(map), given, step(id));
}

test("[K20] what lies too far apart to be read is brought together, so that it can be", () => {
  const { places } = at(spread(3_000), "one");
  const bounds = boundsOf(
    [...(places ?? [])].map(([id, [x, y]]) => ({ x, y, ...cardBox(aCard(id), () => undefined) })),
  );
  expect([...(places?.keys() ?? [])].sort()).toEqual(["claim", "p1", "p2"]);
  expect(bounds && legibilityOf(bounds, 3).reads).toBe("text");
});

test("[K20] what can be read where it is stays there, and so do a framed stretch and the whole map", () => {
  expect(at(spread(300), "one").places).toBeNull();
  expect(at(spread(3_000), "all").places).toBeNull();
  const framed = steps.map((one, index) => (index === 1 ? { ...one, view: [0, 0, 9, 9] as const } : one));
  for (const id of ["one", "two"]) expect(at(spread(3_000, framed), id, framed).places).toBeNull();
});

test("[K20] steps that build upon each other are arranged as one, the others for themselves", () => {
  const map = spread(3_000);
  const arrangements = new Arrangements();
  const [one, two, three] = ["one", "two", "three"].map((id) => at(map, id, steps, arrangements));
  expect(two).toBe(one);
  expect(three?.key).not.toBe(one?.key);
});

test("[K20] the same places come back while nothing in the steps has changed, and for everybody", () => {
  const arrangements = new Arrangements();
  const before = at(spread(3_000), "one", steps, arrangements);
  const map = spread(3_000);
  const elsewhere = { ...map, positions: new Map(map.positions).set(card("apart"), [7, 7]) };
  expect(at(elsewhere, "one")).toEqual(before);
  const longer = new Map(map.records).set(card("p1"), aCard("p1", "claim", { text: "long ".repeat(60) }));
  const after = at({ ...map, records: longer }, "one", steps, arrangements);
  expect(after.places).not.toBeNull();
  expect(after).not.toBe(before);
});

test("[K20] one card is as near as it can be wherever it stands", () => {
  expect(at(spread(3_000), "three").places).toBeNull();
  expect(at(spread(3_000), "gone").places).toBeNull();
});

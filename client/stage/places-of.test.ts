import { expect, test, vi } from "vitest";
import { aCard, card } from "../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../tests/support/client-session.tsx";
import { placesOf } from "./places-of.ts";

test("cards lie where the map has them, as large as they are", () => {
  const { session } = createClientSession([
    aCard("near"),
    aCard("far", "claim", { text: "long ".repeat(60) }),
  ]);
  session.apply({
    type: "moveCards",
    to: [
      [card("near"), [0, 0]],
      [card("far"), [5_000, 0]],
    ],
  });
  const { rectOf, cardsIn, bounds } = placesOf(session.doc);
  expect(rectOf(card("near"))).toMatchObject({ x: 0, y: 0 });
  expect(rectOf(card("far"))?.height).toBeGreaterThan(rectOf(card("near"))?.height ?? 0);
  expect(rectOf(card("gone"))).toBeUndefined();
  expect(cardsIn({ x: -10, y: -10, width: 300, height: 100 })).toEqual(["near"]);
  expect(bounds()?.width).toBeGreaterThan(5_000);
});

test("however much is asked of all cards, it goes through the map once", () => {
  const { session, doc } = createClientSession([aCard("a"), aCard("b")]);
  session.apply({
    type: "moveCards",
    to: [
      [card("a"), [0, 0]],
      [card("b"), [5_000, 0]],
    ],
  });
  const walks = vi.spyOn(doc.records, "values");
  const { cardsIn, bounds } = placesOf(session.doc);
  for (let step = 0; step < 3; step += 1) {
    const around = bounds();
    expect(around && cardsIn(around)).toEqual(["a", "b"]);
  }
  expect(walks).toHaveBeenCalledOnce();
});

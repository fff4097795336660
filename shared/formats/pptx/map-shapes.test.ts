import { expect, test } from "vitest";
import { englishWords } from "#shared/diagram/picture/index.ts";
import { pictureTheme } from "#shared/diagram/picture/picture-theme.ts";
import { aCard, anArgument, mapOf, onCard } from "../../../tests/fixtures/model/build.ts";
import { overlap } from "../drawn/drawn-items.ts";
import { mapShapes } from "./map-shapes.ts";

test("[FX4] the words of an argument lie on no card, also where its premises are above and below what it is about", () => {
  const map = mapOf(
    [
      aCard("c1", "claim", { text: "It should" }),
      aCard("c2", "claim", { text: "People have time" }),
      aCard("c3", "claim", { text: "And want to read" }),
      anArgument("a1", ["c2", "c3"], onCard("c1")),
    ],
    { c1: [0, 200], c2: [0, 0], c3: [0, 400] },
  );
  const { shapes } = mapShapes(map, {
    theme: pictureTheme("color"),
    words: englishWords,
    standings: new Map(),
    strengths: null,
    dimmed: new Set(),
    emphasised: new Set(),
    area: { x: 0, y: 0, width: 1200, height: 600 },
    maxScale: 1,
  });
  const word = shapes.find(({ name }) => name.startsWith(englishWords.relations.support));
  const cards = shapes.filter((shape) => shape !== word);
  expect(cards).toHaveLength(3);
  expect(word && cards.filter(({ box }) => overlap(box, word.box))).toEqual([]);
});

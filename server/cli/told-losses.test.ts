import { expect, test } from "vitest";
import { lossesSentence } from "./told-losses.ts";

test("[F5] what a file is without is one sentence, with the characters that it has no font for", () => {
  expect(lossesSentence("map.pdf", [])).toBe("");
  expect(
    lossesSentence("map.pdf", [
      { feature: "times", count: 3 },
      { feature: "undrawn", count: 2, characters: "👍 م" },
      { feature: "unheardOf", count: 1 },
    ]),
  ).toBe(
    "map.pdf is without: times (3), characters that its fonts do not have, which are frames or left out (2: 👍 م), unheardOf (1).\n",
  );
});

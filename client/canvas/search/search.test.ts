import * as fc from "fast-check";
import { expect, test } from "vitest";
import { aCard, aCitation, aSource, card } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CardSearch, wordsOf } from "./card-search.ts";
import { foldText, foldWithPlaces, markWords } from "./folded.ts";

function makeSearch() {
  const made = createClientSession([
    aCard("c1", "claim", { text: "Openness is pragmatic" }),
    aCard("c2", "claim", { text: "It pays to be Öffen", tags: ["pragmatic"] }),
    aCard("c3", "claim", { text: "开放模型降低成本" }),
    aCard("c4", "evidence", {
      text: "As reported",
      citations: [aCitation("z1", "s1", { quote: "weights for all" })],
    }),
    aSource("s1", { title: "Yearbook of Labs" }),
  ]);
  return { ...made, search: new CardSearch(made.session.records) };
}

test.each([
  ["pragmatic", ["c1", "c2"]],
  ["OPENNESS prag", ["c1"]],
  ["offen", ["c2"]],
  ["模型", ["c3"]],
  ["yearbook", ["c4"]],
  ["weights", ["c4"]],
  ["nothing of this", []],
  ["  ", []],
])("“%s” finds %j", (query, expected) => {
  expect(makeSearch().search.find(query)).toEqual(expected);
});

test("what begins with the words comes before what merely holds them", () => {
  const made = createClientSession([
    aCard("c1", "claim", { text: "An open door" }),
    aCard("c2", "claim", { text: "Open doors" }),
  ]);
  expect(new CardSearch(made.session.records).find("open")).toEqual(["c2", "c1"]);
});

test("a card is found by what others have just written in it, and in a source that it cites", async () => {
  const { search, others } = makeSearch();
  expect(search.find("weather")).toEqual([]);
  others({ type: "setText", id: card("c1"), text: "The weather" });
  await expect.poll(() => search.find("weather")).toEqual(["c1"]);
  others({ type: "editSource", id: "s1" as never, values: { title: "Almanac" } });
  await expect.poll(() => search.find("almanac")).toEqual(["c4"]);
});

test("what was found is marked in the text as it is written", () => {
  expect(markWords("It pays to be Öffen", wordsOf("offen pay"))).toEqual([
    { text: "It ", isFound: false },
    { text: "pay", isFound: true },
    { text: "s to be ", isFound: false },
    { text: "Öffen", isFound: true },
  ]);
});

test("the pieces are the text, and each place leads back to where it came from", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, query) => {
      expect(
        markWords(text, wordsOf(query))
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
      const { text: folded, starts } = foldWithPlaces(text);
      expect(starts).toHaveLength(folded.length);
      expect([...starts]).toEqual([...starts].sort((a, b) => a - b));
    }),
  );
  expect(foldText("Ｏｐｅｎ É")).toBe("open e");
});

import { expect, test } from "vitest";
import { cardBox } from "#shared/diagram/index.ts";
import { type Card, getAs, type PlainMap } from "#shared/model/index.ts";
import {
  aCard,
  aCitation,
  aConflict,
  anArgument,
  aSource,
  card,
  mapOf,
  onCard,
} from "../../tests/fixtures/model/build.ts";
import { glimpseSchema, writeGlimpse } from "./glimpse.ts";

function throughTheWire(map: PlainMap) {
  return glimpseSchema.safeParse(JSON.parse(writeGlimpse({ at: [-5, 7], span: [900, 800], map }))).data;
}

const rich = aCard("a", "evidence", {
  text: "Rents fell",
  title: "Rents",
  granted: true,
  pinned: true,
  color: "blue",
  tags: ["cities"],
  citations: [aCitation("q", "s", { quote: "fell by a tenth", prefix: "they ", locator: "p. 4" })],
  author: "Ada",
});

test("what is drawn of a map comes over as it was", () => {
  const map = mapOf(
    [
      rich,
      aCard("b"),
      aCard("c", "claim", { answers: [card("d")] }),
      aCard("d", "question"),
      anArgument("r", ["a"], onCard("b"), { polarity: "oppose" }),
      aConflict("x", "b", "c"),
      aSource("s", { title: "Report" }),
    ],
    { a: [-5, 7], b: [895, 807] },
  );
  const come = throughTheWire(map);
  expect(come).toMatchObject({ at: [-5, 7], span: [900, 800] });
  expect(new Map(come?.map.positions)).toEqual(new Map(map.positions));
  expect([...(come?.map.records.keys() ?? [])]).toEqual([...map.records.keys()]);
  const titleOf = (records: PlainMap) => (id: string) =>
    getAs({ get: (of) => records.records.get(of) }, "source", id as never)?.title;
  for (const record of map.records.values()) {
    const there = come?.map.records.get(record.id);
    if (record.type !== "card" || !come) continue;
    expect(cardBox(there as Card, titleOf(come.map))).toEqual(cardBox(record, titleOf(map)));
  }
});

test("who wrote it and what stands around a quote stay at home", () => {
  const text = writeGlimpse({
    at: [0, 0],
    span: [0, 0],
    map: mapOf([rich, aSource("s", { url: "https://a.example" })]),
  });
  for (const word of ["Ada", "they ", "https://a.example"]) expect(text).not.toContain(word);
});

test("a long text is cut below what a card shows, between characters", () => {
  const long = aCard("a", "claim", { text: `x${"🌱".repeat(4_000)}` });
  const there = throughTheWire(mapOf([long]))?.map.records.get(long.id) as Card;
  expect(there.text.length).toBeLessThanOrEqual(4_000);
  expect(long.text.startsWith(there.text)).toBe(true);
  expect(cardBox(there, () => undefined)).toEqual(cardBox(long, () => undefined));
});

test.each([
  ["nothing", null],
  ["no corner", { span: [0, 0], records: [], positions: [] }],
  [
    "a kind of card unheard of",
    { at: [0, 0], span: [0, 0], records: [{ type: "card", id: "a", kind: "poem" }], positions: [] },
  ],
  ["a record unheard of", { at: [0, 0], span: [0, 0], records: [{ type: "verse", id: "a" }], positions: [] }],
  ["a place that is none", { at: [0, 0], span: [0, 0], records: [], positions: [["a", [0]]] }],
])("what is no glimpse is not taken for one: %s", (_what, value) => {
  expect(glimpseSchema.safeParse(value).success).toBe(false);
});

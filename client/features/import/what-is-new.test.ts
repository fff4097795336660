import { expect, test } from "vitest";
import { outline } from "#shared/formats/outline/index.ts";
import { checkMap, createIdSource, type PlainMap, recordsOf, withFreshIds } from "#shared/model/index.ts";
import { whatIsNew } from "./what-is-new.ts";

let count = 0;
const createId = createIdSource(() => `id-${++count}`);

function read(text: string): PlainMap {
  const map = outline.read?.(text, { createId, now: 1, author: "Ada" }).map;
  if (!map) throw new Error("outlines are read");
  return map;
}

const streets = "- The centre should be car-free\n  + The air gets cleaner\n  - Shops lose customers";

function textsOf(map: PlainMap): readonly string[] {
  return recordsOf(map, "card").map(({ text }) => text);
}

test("of the same map again nothing is new", () => {
  const there = read(streets);
  const again = withFreshIds(there, createId, () => true);
  const { map, knownCards } = whatIsNew(again, there.records);
  expect(map.records.size).toBe(0);
  expect(knownCards).toBe(3);
});

test("what is new is argued with the cards that are there", () => {
  const there = read(streets);
  const { map, knownCards } = whatIsNew(
    read(`${streets}\n    + Footfall rises where it was tried`),
    there.records,
  );
  expect(knownCards).toBe(3);
  expect(textsOf(map)).toEqual(["Footfall rises where it was tried"]);
  const [link, ...others] = recordsOf(map, "argument");
  expect(others).toEqual([]);
  const [, , shops] = recordsOf(there, "card");
  expect(link?.target.id).toBe(shops?.id);
  const together = { ...there, records: new Map([...there.records, ...map.records]) };
  expect(checkMap(together)).toEqual([]);
});

test("words said twice in the file are one time those on the map", () => {
  const there = read("- Streets are for people");
  const { map, knownCards } = whatIsNew(
    read("- Streets are for people\n  + Streets are for people"),
    there.records,
  );
  expect(knownCards).toBe(1);
  expect(textsOf(map)).toEqual(["Streets are for people"]);
});

test("a claim of the same words is another card than a question", () => {
  const there = read("- Why?");
  const [asked] = recordsOf(there, "card");
  const kind = asked?.kind === "question" ? "claim" : "question";
  const other = new Map(
    [...withFreshIds(there, createId, () => true).records].map(([id, record]) => [
      id,
      record.type === "card" ? { ...record, kind } : record,
    ]),
  );
  expect(whatIsNew({ ...there, records: other as PlainMap["records"] }, there.records).knownCards).toBe(0);
});

import { expect, test } from "vitest";
import { type MapRecord, type RecordId, viewOf } from "#shared/model/index.ts";
import {
  aCard,
  aConflict,
  anArgument,
  card,
  mapOf,
  onArgument,
  onCard,
} from "../../tests/fixtures/model/build.ts";
import { partToRead, readingOf } from "./reading.ts";

const records: readonly MapRecord[] = [
  aCard("q", "question", { createdAt: 1 }),
  aCard("c1", "claim", { createdAt: 2, answers: [card("q")] }),
  aCard("c2", "claim", { createdAt: 3, answers: [card("q")] }),
  aCard("r1", "claim", { createdAt: 4 }),
  aCard("r2", "evidence", { createdAt: 5 }),
  aCard("o1", "claim", { createdAt: 6 }),
  aCard("u1", "claim", { createdAt: 7 }),
  anArgument("a1", ["r1", "r2"], onCard("c1"), { createdAt: 9 }),
  anArgument("a2", ["o1"], onCard("c1"), { polarity: "oppose", createdAt: 10 }),
  anArgument("a3", ["u1"], onArgument("a1"), { polarity: "oppose", createdAt: 11 }),
  anArgument("a4", ["r1"], onCard("c2"), { createdAt: 12 }),
  aConflict("k1", "c1", "c2"),
];
const view = viewOf(mapOf(records));
const ids = (text: string) => new Set(text.split(" ").filter((id) => id !== "") as RecordId[]);

/** The reading as lines, a step in for each level; `*` new, `^` stands above, `&` belongs to the line before. */
function linesOf(visible: string, fresh = "", of = view): readonly string[] {
  return readingOf(of, { visible: ids(visible), fresh: ids(fresh) }).map(
    ({ depth, relation, together, card: id, isFresh, isRepeated }) =>
      `${"  ".repeat(depth)}${together === "more" ? "&" : ""}${relation} ${id}${isFresh ? "*" : ""}${isRepeated ? "^" : ""}`,
  );
}

test("[K36] a claim is read with what speaks for it and against it, and steps with what is said of them", () => {
  expect(linesOf("q c1 c2 r1 r2 o1 u1 a1 a2 a3 a4", "a3 u1")).toEqual([
    "root q",
    "  answer c1",
    "    reason r1",
    "    &reason r2",
    "      undercut u1*",
    "    objection o1",
    "    conflict c2",
    "  answer c2",
    "    reason r1^",
  ]);
});

test("[K36] what is not revealed is neither read nor hinted at", () => {
  expect(linesOf("c1 r2 a1", "r2")).toEqual(["root c1", "  reason r2*"]);
  expect(linesOf("c1 r1")).toEqual(["root c1", "root r1"]);
  expect(linesOf("r1 r2 a1 u1 a3")).toEqual(["root r1", "root r2", "root u1"]);
  expect(linesOf("")).toEqual([]);
});

test("[K36] what is about nothing in view stands at the top in the order in which it was revealed", () => {
  expect(linesOf("c2 o1 c1")).toEqual(["root c2", "  conflict c1", "root o1", "root c1"]);
});

test("[K36] cards that argue in a ring are all read, and the ring ends where it began", () => {
  const ring = viewOf(
    mapOf([
      aCard("a"),
      aCard("b"),
      aCard("leaf"),
      anArgument("ab", ["a"], onCard("b")),
      anArgument("ba", ["b"], onCard("a")),
      anArgument("la", ["leaf"], onCard("a")),
    ]),
  );
  const lines = linesOf("leaf b a ab ba la", "", ring);
  expect(lines.toSorted()).toEqual(["root a", "  reason b", "    reason a^", "  reason leaf"].toSorted());
});

test("[K36] a chain as long as a map is read to its end", () => {
  const long = Array.from({ length: 10_000 }, (_, at) => aCard(`n${at}`));
  const steps = long.slice(1).map(({ id }, at) => anArgument(`s${at}`, [id], onCard(`n${at}`)));
  const map = mapOf([...long, ...steps]);
  const rows = readingOf(viewOf(map), { visible: new Set(map.records.keys()), fresh: ids("") });
  expect([rows.length, rows.at(-1)?.depth]).toEqual([10_000, 9_999]);
});

test("[K36] of a whole map that part is read which the step is about, with the arguments in it", () => {
  const part = partToRead(view, [card("c1"), "a1" as never], [], 10);
  expect([...part.visible].toSorted()).toEqual(["a1", "c1", "r1", "r2"]);
  const whole = partToRead(view, [], records, 3);
  expect([...whole.visible].toSorted()).toEqual(["c1", "c2", "q"]);
  expect(whole.more).toBe(4);
});

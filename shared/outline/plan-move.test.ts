import { expect, test } from "vitest";
import { createIdSource } from "#shared/model/ids.ts";
import {
  type CardId,
  type Command,
  type MapRecord,
  type MapView,
  type PlainMap,
  type Ref,
  resolveMap,
  viewOf,
} from "#shared/model/index.ts";
import {
  aCard,
  aConflict,
  anArgument,
  by,
  card,
  mapOf,
  onArgument,
  onCard,
} from "../../tests/fixtures/model/build.ts";
import { StoredMap } from "../../tests/fixtures/model/stored-map.ts";
import { OutlineRoots } from "./outline-roots.ts";
import { type OutlineRow, rootRow } from "./outline-row.ts";
import { kindFor, planAdd } from "./plan-add.ts";
import { type OutlineView, planIndent, planLift, planMoves, planShift } from "./plan-move.ts";
import { rowsBelow } from "./rows-below.ts";

const records: readonly MapRecord[] = [
  aCard("q", "question", { createdAt: 1 }),
  aCard("c1", "claim", { createdAt: 2, answers: [card("q")] }),
  aCard("c2", "claim", { createdAt: 3, answers: [card("q")] }),
  aCard("r1", "claim", { createdAt: 4 }),
  aCard("r2", "evidence", { createdAt: 5 }),
  aCard("o1", "claim", { createdAt: 6 }),
  aCard("u1", "claim", { createdAt: 7 }),
  aCard("free", "claim", { createdAt: 8 }),
  anArgument("a1", ["r1", "r2"], onCard("c1"), { createdAt: 9 }),
  anArgument("a2", ["o1"], onCard("c1"), { polarity: "oppose", createdAt: 10 }),
  anArgument("a3", ["u1"], onArgument("a1"), { polarity: "oppose", createdAt: 11 }),
  aConflict("k1", "c1", "free"),
];

function outlineOf(map: PlainMap): OutlineView {
  const view: MapView = viewOf(map);
  return { view, rootIds: new OutlineRoots(view, map.records.values()).ids() };
}

function everyRow({ view, rootIds }: OutlineView): readonly OutlineRow[] {
  const rows = rootIds.map(rootRow);
  for (const row of rows) if (row.depth < 5) rows.push(...rowsBelow(view, row));
  return rows;
}

/** The outline as lines, a step in for each level. */
function linesOf(outline: OutlineView): readonly string[] {
  const write = (row: OutlineRow): readonly string[] => [
    `${"  ".repeat(row.depth)}${row.relation}${row.together === "more" ? "+" : ""} ${row.card}`,
    ...(row.relation === "conflict" ? [] : rowsBelow(outline.view, row).flatMap(write)),
  ];
  return outline.rootIds.map(rootRow).flatMap(write);
}

let made = 0;
const make = { createId: createIdSource(() => `new-${++made}`), by };

/** The outline after the plan for the first row of that card is carried out, or why there is none. */
function after(
  id: string,
  planned: (outline: OutlineView, row: OutlineRow) => ReturnType<typeof planIndent>,
  given = records,
): readonly string[] | string {
  const outline = outlineOf(mapOf(given));
  const row = everyRow(outline).find((at) => at.card === id && at.relation !== "conflict");
  if (!row) return "no such row";
  const result = planned(outline, row);
  return result.ok ? linesAfter(result.value, given) : result.error;
}

function linesAfter(command: Command, given = records): readonly string[] {
  const stored = new StoredMap();
  stored.apply({ type: "insert", map: mapOf(given) });
  expect(stored.apply(command).ok).toBe(true);
  return linesOf(outlineOf(resolveMap(stored.shown())));
}

const to = (under: Ref | null, near?: readonly [string, "before" | "after"]) => ({
  under,
  near: near ? { card: near[0] as CardId, side: near[1] } : null,
});

test("the outline reads answers, reasons, objections, what is said about steps, and contradictions", () => {
  expect(linesOf(outlineOf(mapOf(records)))).toEqual([
    "root q",
    "  answer c1",
    "    reason r1",
    "    reason+ r2",
    "      undercut u1",
    "    objection o1",
    "    conflict free",
    "  answer c2",
    "root free",
    "  conflict c1",
  ]);
});

test("an answer put below the one above it becomes a reason for that", () => {
  const lines = after("c2", (outline, row) => planIndent(outline, row, make));
  expect(lines).toContain("    reason c2");
  expect(lines).not.toContain("  answer c2");
});

test("an objection stays one when it is moved, and becomes an answer below a question", () => {
  const there = after("o1", (outline, row) => planMoves(outline, [row], to(onCard("c2")), make));
  expect(there).toContain("    objection o1");
  const lifted = after("o1", (outline, row) => planLift(outline, row, make));
  expect(lifted).toContain("  answer o1");
});

test("premises that only work together move together, and what is said about their step comes along", () => {
  const lines = after("r2", (outline, row) => planMoves(outline, [row], to(onCard("c2")), make));
  expect(lines).toEqual([
    "root q",
    "  answer c1",
    "    objection o1",
    "    conflict free",
    "  answer c2",
    "    reason r1",
    "    reason+ r2",
    "      undercut u1",
    "root free",
    "  conflict c1",
  ]);
});

/** Three steps to one claim, the middle one of two premises. */
const steps: readonly MapRecord[] = [
  aCard("c", "claim", { createdAt: 1 }),
  ...["before", "p1", "p2", "after"].map((id, index) => aCard(id, "claim", { createdAt: index + 2 })),
  anArgument("a1", ["before"], onCard("c")),
  anArgument("a2", ["p1", "p2"], onCard("c")),
  anArgument("a3", ["after"], onCard("c")),
];
const shifted = (id: string, step: -1 | 1, given = steps) =>
  after(id, (outline, row) => planShift(outline, row, step, make), given);

test.each([
  ["p1", 1],
  ["p2", -1],
] as const)(
  "[O18] %s changes places with the premise beside it, and their step stays where it is",
  (id, step) => {
    expect(shifted(id, step)).toEqual([
      "root c",
      "  reason before",
      "  reason p2",
      "  reason+ p1",
      "  reason after",
    ]);
  },
);

test("[O18] from the first or last of its premises a step moves as a whole", () => {
  const premises = ["  reason p1", "  reason+ p2"];
  expect(shifted("p1", -1)).toEqual(["root c", ...premises, "  reason before", "  reason after"]);
  expect(shifted("p2", 1)).toEqual(["root c", "  reason before", "  reason after", ...premises]);
});

test("[O18] a premise dropped beside another of its step goes there and nowhere else", () => {
  const three = [...steps, aCard("p3", "claim", { createdAt: 6 })].map((record) =>
    record.id === "a2" ? anArgument("a2", ["p1", "p2", "p3"], onCard("c")) : record,
  );
  const dropped = (id: string, near: readonly [string, "before" | "after"]) =>
    after(id, (outline, row) => planMoves(outline, [row], to(onCard("c"), near), make), three);
  const lines = (...premises: readonly string[]) => [
    "root c",
    "  reason before",
    ...premises.map((id, index) => `  reason${index > 0 ? "+" : ""} ${id}`),
    "  reason after",
  ];
  expect(dropped("p3", ["p1", "before"])).toEqual(lines("p3", "p1", "p2"));
  expect(dropped("p1", ["p2", "after"])).toEqual(lines("p2", "p1", "p3"));
  expect(dropped("p1", ["p3", "after"])).toEqual(lines("p2", "p3", "p1"));
});

test("[O18] several premises that are dragged together change their place among the others together", () => {
  const four = [
    aCard("c", "claim", { createdAt: 1 }),
    ...["p1", "p2", "p3", "p4"].map((id, index) => aCard(id, "claim", { createdAt: index + 2 })),
    anArgument("a1", ["p1", "p2", "p3", "p4"], onCard("c")),
  ];
  const outline = outlineOf(mapOf(four));
  const dropped = (ids: readonly string[], near: readonly [string, "before" | "after"]) => {
    const rows = everyRow(outline).filter(({ card: id }) => ids.includes(id));
    const planned = planMoves(outline, rows, to(onCard("c"), near), make);
    return planned.ok && linesAfter(planned.value, four).map((line) => line.slice(-2));
  };
  expect(dropped(["p1", "p2"], ["p4", "after"])).toEqual([" c", "p3", "p4", "p1", "p2"]);
  expect(dropped(["p1", "p2"], ["p3", "after"])).toEqual([" c", "p3", "p1", "p2", "p4"]);
  expect(dropped(["p2", "p4"], ["p1", "before"])).toEqual([" c", "p2", "p4", "p1", "p3"]);
});

test("a row at the top can be put before another, and several keep their order", () => {
  expect(after("free", (outline, row) => planMoves(outline, [row], to(null, ["q", "before"]), make))).toEqual(
    expect.arrayContaining(["root free"]),
  );
  const outline = outlineOf(mapOf(records));
  const rows = everyRow(outline).filter(({ card: id, relation }) => relation === "answer" && id !== "q");
  const planned = planMoves(outline, rows, to(null, ["q", "before"]), make);
  expect(planned.ok && linesAfter(planned.value).filter((line) => line.startsWith("root"))).toEqual([
    "root c1",
    "root c2",
    "root q",
    "root free",
  ]);
});

test.each([
  ["q", "indent", "nothing-above"],
  ["q", "lift", "top"],
  ["c1", "up", "first"],
  ["c2", "down", "last"],
  ["o1", "up", "first"],
  ["c1", "below r1", "circle"],
  ["c1", "below its own step", "circle"],
] as const)("%s cannot go %s", (id, way, why) => {
  const ways = {
    indent: planIndent,
    lift: planLift,
    up: (outline: OutlineView, row: OutlineRow) => planShift(outline, row, -1, make),
    down: (outline: OutlineView, row: OutlineRow) => planShift(outline, row, 1, make),
    "below r1": (outline: OutlineView, row: OutlineRow) => planMoves(outline, [row], to(onCard("r1")), make),
    "below its own step": (outline: OutlineView, row: OutlineRow) =>
      planMoves(outline, [row], to(onArgument("a1")), make),
  };
  expect(after(id, (outline, row) => ways[way](outline, row, make))).toBe(why);
});

test("a new row stands right after the one it was asked for", () => {
  const outline = outlineOf(mapOf(records));
  const command = planAdd(
    outline,
    { id: "n1" as CardId, kind: kindFor("answer"), at: [0, 0], relation: "answer" },
    to(onCard("q"), ["c1", "after"]),
    make,
  );
  const answers = linesAfter(command).filter((line) => line.startsWith("  answer"));
  expect(answers).toEqual(["  answer c1", "  answer n1", "  answer c2"]);
});

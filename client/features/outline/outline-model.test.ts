import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CardId, MapRecord } from "#shared/model/index.ts";
import {
  aCard,
  anArgument,
  card,
  connect,
  onArgument,
  onCard,
  remove,
} from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { isNode, type OutlineItem } from "./outline-items.ts";
import { OutlineModel } from "./outline-model.ts";

const records: readonly MapRecord[] = [
  aCard("q", "question", { createdAt: 1 }),
  aCard("c1", "claim", { createdAt: 2, answers: [card("q")] }),
  aCard("c2", "claim", { createdAt: 3 }),
  aCard("c3", "claim", { createdAt: 4 }),
  aCard("c4", "claim", { createdAt: 5 }),
  anArgument("a1", ["c2"], onCard("c1")),
  anArgument("a2", ["c3"], onArgument("a1"), { polarity: "oppose" }),
];

function open(some = records) {
  const made = createClientSession(some);
  const model = new OutlineModel(made.session.records);
  let calls = 0;
  model.onChange(() => {
    calls += 1;
  });
  return { ...made, model, calls: () => calls };
}

/** The rows shown, a step in for each level. */
function lines(items: readonly OutlineItem[], level = 0): readonly string[] {
  return items.flatMap((item) =>
    isNode(item)
      ? [`${"  ".repeat(level)}${item.row.relation} ${item.card.id}`, ...lines(item.items, level + 1)]
      : [`${"  ".repeat(level)}${item.count} more`],
  );
}

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => frames.push(run));
  vi.stubGlobal("cancelAnimationFrame", (handle: number) => frames.splice(handle - 1, 1, () => undefined));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Runs what waits for the next frame. */
function nextFrame() {
  const due = frames;
  frames = [];
  for (const run of due) run();
}

test("rows stand below what they speak to, what is said about a step below its premise", () => {
  const { model } = open();
  expect(lines(model.shown().items)).toEqual([
    "root q",
    "  answer c1",
    "    reason c2",
    "      undercut c3",
    "root c4",
  ]);
});

test("a row that others add comes, and what is not touched stays the same object", () => {
  const { model, others } = open();
  const before = model.shown().items;
  others(connect("a3", ["c4"], onCard("c2"), "oppose"));
  nextFrame();
  expect(lines(model.shown().items)).toEqual([
    "root q",
    "  answer c1",
    "    reason c2",
    "      objection c4",
    "      undercut c3",
  ]);
  others({ type: "retypeCard", id: card("c4"), kind: "evidence" });
  nextFrame();
  const [question] = model.shown().items;
  expect(question).not.toBe(before[0]);
  others(remove("a3"));
  nextFrame();
  expect(lines(model.shown().items).at(-1)).toBe("root c4");
});

test("while somebody types, rows are left as they are; their names follow after a pause", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { model, others, calls } = open();
    const before = model.shown();
    others({ type: "setText", id: card("c2"), text: "Other words" });
    nextFrame();
    expect(model.shown()).toBe(before);
    vi.advanceTimersByTime(1_000);
    expect(calls()).toBe(1);
    const named = JSON.stringify(model.shown().items, (key, value) => (key === "parent" ? null : value));
    expect(named).toContain("Other words");
  } finally {
    vi.useRealTimers();
  }
});

test("a closed row stays closed when it is moved, and opens when what is below it is looked for", () => {
  const { model, others } = open();
  const row = model.rowShowing(card("c1"));
  model.openExactly(new Set(["q"]));
  expect(lines(model.shown().items)).toEqual(["root q", "  answer c1", "root c4"]);
  others({ type: "answer", claim: card("c1"), question: card("q"), on: false });
  nextFrame();
  expect(lines(model.shown().items)).toEqual(["root q", "root c1", "root c4"]);
  expect(row?.relation).toBe("answer");
  expect(model.reveal(card("c3"))?.depth).toBe(2);
  expect(lines(model.shown().items)).toContain("    undercut c3");
});

test("of very many rows some are shown, then more, and any that is looked for", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => aCard(`x${index}`, "claim", { createdAt: index }));
  const { model } = open(many);
  expect(lines(model.shown().items)).toHaveLength(201);
  expect(lines(model.shown().items).at(-1)).toBe("800 more");
  model.showMore("");
  expect(lines(model.shown().items)).toHaveLength(401);
  model.reveal("x950" as CardId);
  expect(lines(model.shown().items)).toContain("root x950");
});

test("a card that speaks to two things has a row below each, unfolded at one of them", () => {
  const { model } = open([...records, anArgument("a5", ["c1"], onCard("c4"))]);
  expect(lines(model.shown().items)).toEqual([
    "root q",
    "  answer c1",
    "    reason c2",
    "      undercut c3",
    "root c4",
    "  reason c1",
  ]);
  const [, c4] = model.shown().items;
  const below = c4 && isNode(c4) ? c4.items[0] : undefined;
  expect(below && isNode(below) ? below.elsewhere : undefined).toEqual([{ type: "card", id: "q" }]);
});

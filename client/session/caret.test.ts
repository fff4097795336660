import fc from "fast-check";
import { expect, test } from "vitest";
import type { TextEdit } from "#shared/doc/index.ts";
import { spliceText } from "#shared/model/index.ts";
import { caretAfter, editAfter } from "./caret.ts";

test.each<readonly [string, number, TextEdit, number]>([
  ["an insertion before the caret pushes it on", 5, { index: 2, remove: 0, insert: "ab" }, 7],
  ["an insertion behind the caret leaves it", 5, { index: 6, remove: 0, insert: "ab" }, 5],
  ["an insertion right at the caret stays behind it", 5, { index: 5, remove: 0, insert: "ab" }, 5],
  ["a deletion before the caret pulls it back", 5, { index: 1, remove: 2, insert: "" }, 3],
  ["a deletion up to the caret pulls it back", 5, { index: 3, remove: 2, insert: "" }, 3],
  ["a deletion behind the caret leaves it", 5, { index: 5, remove: 2, insert: "" }, 5],
  ["a deletion around the caret brings it to its start", 5, { index: 3, remove: 9, insert: "" }, 3],
])("%s", (_, caret, edit, expected) => {
  expect(caretAfter(caret, [edit])).toBe(expected);
});

/** Not in any text the tests make. */
const mark = "|";
const plainText = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 12 });

/** Edits as a document tells of them: each either takes out or puts in, and fits the text as it finds it. */
const story = fc
  .tuple(plainText, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 }), plainText), { maxLength: 6 }))
  .map(([text, raw]) => {
    const edits: TextEdit[] = [];
    let now = text;
    for (const [place, length, insert] of raw) {
      const index = place % (now.length + 1);
      const edit: TextEdit =
        length > 0
          ? { index, remove: Math.min(length, now.length - index), insert: "" }
          : { index, remove: 0, insert };
      edits.push(edit);
      now = spliceText(now, edit);
    }
    return { text, edits, after: now };
  });

/** The caret by another road: as a mark in the text, which no edit takes out and insertions at it come behind. */
function markedAfter(text: string, caret: number, edits: readonly TextEdit[]): string {
  let marked = text.slice(0, caret) + mark + text.slice(caret);
  for (const { index, remove, insert } of edits) {
    const at = marked.indexOf(mark);
    const before = marked.slice(0, at);
    const behind = marked.slice(at + 1);
    const start = Math.min(index, before.length);
    const removedBefore = Math.min(remove, before.length - start);
    const behindStart = Math.max(0, index - before.length);
    const isBefore = index < before.length;
    marked =
      before.slice(0, start) +
      (isBefore ? insert : "") +
      before.slice(start + removedBefore) +
      mark +
      behind.slice(0, behindStart) +
      (isBefore ? "" : insert) +
      behind.slice(behindStart + remove - removedBefore);
  }
  return marked;
}

test("a caret goes where a mark in the text goes", () => {
  fc.assert(
    fc.property(story, fc.nat(), ({ text, edits, after }, place) => {
      const caret = place % (text.length + 1);
      const marked = markedAfter(text, caret, edits);
      expect(marked.replace(mark, "")).toBe(after);
      expect(caretAfter(caret, edits)).toBe(marked.indexOf(mark));
    }),
  );
});

test("carets keep their order, so a selection never turns inside out", () => {
  fc.assert(
    fc.property(story, fc.nat(), fc.nat(), ({ text, edits }, one, other) => {
      const start = Math.min(one % (text.length + 1), other % (text.length + 1));
      const end = Math.max(one % (text.length + 1), other % (text.length + 1));
      expect(caretAfter(start, edits)).toBeLessThanOrEqual(caretAfter(end, edits));
    }),
  );
});

test("an edit made on the old text fits the new one and takes out only what it meant to", () => {
  fc.assert(
    fc.property(story, fc.nat(), fc.nat(), plainText, ({ text, edits, after }, place, length, insert) => {
      const index = place % (text.length + 1);
      const remove = length % (text.length - index + 1);
      const moved = editAfter({ index, remove, insert }, edits);
      const start = markedAfter(text, index, edits).indexOf(mark);
      const end = markedAfter(text, index + remove, edits).indexOf(mark);
      expect(moved).toEqual({ index: start, remove: end - start, insert });
      expect(moved.index + moved.remove).toBeLessThanOrEqual(after.length);
      expect(spliceText(after, moved)).toBe(after.slice(0, start) + insert + after.slice(end));
    }),
  );
});

test("without edits meanwhile nothing moves", () => {
  expect(caretAfter(3, [])).toBe(3);
  expect(editAfter({ index: 1, remove: 2, insert: "x" }, [])).toEqual({ index: 1, remove: 2, insert: "x" });
});

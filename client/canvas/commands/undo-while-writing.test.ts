import { expect, test, vi } from "vitest";
import { undoWhileWriting } from "./undo-while-writing.ts";

const unheld = { code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

function press(key: string, held: Partial<typeof unheld>) {
  const session = { undo: vi.fn(), redo: vi.fn() };
  const preventDefault = vi.fn();
  const isTaken = undoWhileWriting({ key, ...unheld, ...held, preventDefault }, session);
  expect(preventDefault).toHaveBeenCalledTimes(isTaken ? 1 : 0);
  const done = session.undo.mock.calls.length > 0 ? "undo" : session.redo.mock.calls.length > 0 ? "redo" : "";
  expect(isTaken).toBe(done !== "");
  return done;
}

test.each([
  ["z", { ctrlKey: true }, "undo"],
  ["z", { metaKey: true }, "undo"],
  ["Z", { ctrlKey: true, shiftKey: true }, "redo"],
  ["y", { ctrlKey: true }, "redo"],
  ["я", { ctrlKey: true, code: "KeyZ" }, "undo"],
  ["ζ", { metaKey: true, shiftKey: true, code: "KeyZ" }, "redo"],
  ["z", {}, ""],
  ["d", { ctrlKey: true }, ""],
  ["ż", { ctrlKey: true, altKey: true, code: "KeyZ" }, ""],
] as const)("%s with %o while writing does: %s", (key, held, done) => {
  expect(press(key, held)).toBe(done);
});

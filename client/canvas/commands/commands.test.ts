import fc from "fast-check";
import { expect, test } from "vitest";
import { type CommandId, commandForKey, mapCommands } from "./index.ts";

type Held = Readonly<{ ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean; altKey?: boolean }>;

const unheld = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const ownCommands = mapCommands.filter(({ isBrowsers }) => !isBrowsers);
const bindings = ownCommands.flatMap(({ id, keys = [] }) => keys.map((press) => ({ id, ...press })));

function press(key: string, held: Held = {}): CommandId | undefined {
  return commandForKey({ key, ...unheld, ...held })?.id;
}

test.each([
  ["Enter", "edit"],
  ["F2", "edit"],
  ["n", "addClaim"],
  ["q", "addQuestion"],
  ["e", "addEvidence"],
  ["s", "because"],
  ["o", "but"],
  ["w", "with"],
  ["a", "answer"],
  ["A", "part"],
  ["N", "makeClaim"],
  ["Q", "makeQuestion"],
  ["E", "makeEvidence"],
  ["l", "linkBecause"],
  ["L", "linkBut"],
  ["c", "contradict"],
  ["Delete", "delete"],
  ["Backspace", "delete"],
  ["+", "zoomIn"],
  ["=", "zoomIn"],
  ["-", "zoomOut"],
  ["0", "fit"],
  ["?", "help"],
  ["Escape", "leave"],
] as const)("%s alone asks for %s", (key, asked) => {
  expect(press(key)).toBe(asked);
});

test.each([
  ["a", "selectAll"],
  ["d", "duplicate"],
  ["g", "group"],
  ["y", "redo"],
  ["z", "undo"],
] as const)("%s with Ctrl or ⌘ asks for %s, capital or not", (key, asked) => {
  expect(press(key, { ctrlKey: true })).toBe(asked);
  expect(press(key, { metaKey: true })).toBe(asked);
  expect(press(key.toUpperCase(), { ctrlKey: true })).toBe(asked);
});

test("Shift turns undo into redo, and leaves the other commands as they are", () => {
  expect(press("Z", { ctrlKey: true, shiftKey: true })).toBe("redo");
  expect(press("z", { metaKey: true, shiftKey: true })).toBe("redo");
  expect(press("D", { ctrlKey: true, shiftKey: true })).toBe("duplicate");
});

test("arrows move the focus, with Shift they select more, with Alt they move cards, with Ctrl or ⌘ they do nothing", () => {
  expect(press("ArrowLeft")).toBe("moveFocus");
  expect(press("ArrowRight", { shiftKey: true })).toBe("extendSelection");
  expect(press("S", { shiftKey: true })).toBeUndefined();
  expect(press("T", { shiftKey: true })).toBe("tidyCompact");
  expect(press("ArrowUp", { altKey: true })).toBe("nudge");
  expect(press("ArrowDown", { altKey: true })).toBe("nudge");
  expect(press("ArrowDown", { ctrlKey: true })).toBeUndefined();
  expect(press("ArrowDown", { metaKey: true, altKey: true })).toBeUndefined();
});

test("keys that mean something to the browser, and all others, are left alone", () => {
  expect(press("n", { ctrlKey: true })).toBeUndefined();
  for (const key of ["c", "x", "v"]) expect(press(key, { ctrlKey: true })).toBeUndefined();
  expect(press("l", { altKey: true })).toBeUndefined();
  expect(press("Tab")).toBeUndefined();
  expect(press("toString")).toBeUndefined();
  const known = new Set(bindings.filter(({ held }) => held === "nothing").map(({ key }) => key));
  fc.assert(fc.property(fc.string(), (key) => (press(key) !== undefined) === known.has(key)));
});

test("no key asks for two things, and no two commands have one name", () => {
  const pressed = bindings.map(({ held, key }) => `${held} ${key}`);
  expect(pressed).toEqual([...new Set(pressed)]);
  const ids = mapCommands.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test("every key of the table asks for what its row says", () => {
  for (const { id, held, key } of bindings) {
    const isCommand = held === "command" || held === "command-shift";
    const asked = press(key, {
      ctrlKey: isCommand,
      shiftKey: held === "shift" || held === "command-shift" || held === "alt-shift",
      altKey: held === "alt" || held === "alt-shift",
    });
    expect(asked).toBe(id);
  }
});

test("Caps Lock makes no other commands of letters", () => {
  const locked = (key: string, shiftKey: boolean) =>
    commandForKey({ key, ...unheld, shiftKey, getModifierState: () => true })?.id;
  expect(locked("N", false)).toBe("addClaim");
  expect(locked("n", true)).toBe("makeClaim");
});

test("on keyboards of other scripts the letter on the key counts, and signs that need Option are signs", () => {
  const press = (key: string, code: string, held: Held = {}) =>
    commandForKey({ key, code, ...unheld, ...held })?.id;
  expect(press("т", "KeyN")).toBe("addClaim");
  expect(press("я", "KeyZ", { ctrlKey: true })).toBe("undo");
  expect(press("Д", "KeyL", { shiftKey: true })).toBe("linkBut");
  expect(press("\\", "Digit7", { altKey: true, shiftKey: true })).toBe("outline");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type KeyIntent, keyBindings, readKey } from "./keyboard.ts";

type Held = Readonly<{ ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean; altKey?: boolean }>;

function press(key: string, held: Held = {}): KeyIntent | undefined {
  return readKey({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
}

test.each([
  ["Enter", "edit"],
  ["F2", "edit"],
  ["n", "add-claim"],
  ["q", "add-question"],
  ["e", "add-evidence"],
  ["s", "because"],
  ["o", "but"],
  ["w", "with"],
  ["a", "answer"],
  ["l", "link-because"],
  ["L", "link-but"],
  ["c", "contradict"],
  ["Delete", "delete"],
  ["Backspace", "delete"],
  ["+", "zoom-in"],
  ["=", "zoom-in"],
  ["-", "zoom-out"],
  ["0", "fit"],
  ["?", "help"],
  ["Escape", "leave"],
] as const)("%s alone asks for %s", (key, asked) => {
  expect(press(key)).toEqual({ do: asked });
});

test.each([
  ["a", "select-all"],
  ["d", "duplicate"],
  ["g", "group"],
  ["y", "redo"],
  ["z", "undo"],
] as const)("%s with Ctrl or ⌘ asks for %s, capital or not", (key, asked) => {
  expect(press(key, { ctrlKey: true })).toEqual({ do: asked });
  expect(press(key, { metaKey: true })).toEqual({ do: asked });
  expect(press(key.toUpperCase(), { ctrlKey: true })).toEqual({ do: asked });
});

test("Shift turns undo into redo, and leaves the other commands as they are", () => {
  expect(press("Z", { ctrlKey: true, shiftKey: true })).toEqual({ do: "redo" });
  expect(press("z", { metaKey: true, shiftKey: true })).toEqual({ do: "redo" });
  expect(press("D", { ctrlKey: true, shiftKey: true })).toEqual({ do: "duplicate" });
});

test("arrows move the focus, with Alt the selected cards, with Ctrl or ⌘ nothing", () => {
  expect(press("ArrowLeft")).toEqual({ do: "move-focus", heading: "left" });
  expect(press("ArrowRight", { shiftKey: true })).toEqual({ do: "move-focus", heading: "right" });
  expect(press("ArrowUp", { altKey: true })).toEqual({ do: "nudge", heading: "up" });
  expect(press("ArrowDown", { altKey: true })).toEqual({ do: "nudge", heading: "down" });
  expect(press("ArrowDown", { ctrlKey: true })).toBeUndefined();
  expect(press("ArrowDown", { metaKey: true, altKey: true })).toBeUndefined();
});

test("keys that mean something to the browser, and all others, are left alone", () => {
  expect(press("n", { ctrlKey: true })).toBeUndefined();
  expect(press("l", { altKey: true })).toBeUndefined();
  expect(press("Tab")).toBeUndefined();
  expect(press("toString")).toBeUndefined();
  const known = new Set(keyBindings.flatMap(({ held, keys }) => (held === "nothing" ? keys : [])));
  fc.assert(fc.property(fc.string(), (key) => (press(key) !== undefined) === known.has(key)));
});

test("no key asks for two things", () => {
  const pressed = keyBindings.flatMap(({ held, keys }) => keys.map((key) => `${held} ${key}`));
  expect(pressed).toEqual([...new Set(pressed)]);
});

test("every key of the table asks for what its row says", () => {
  for (const { do: asked, held, keys } of keyBindings) {
    const isCommand = held === "command" || held === "command-shift";
    for (const key of keys) {
      const intent = press(key, {
        ctrlKey: isCommand,
        shiftKey: held === "command-shift",
        altKey: held === "alt",
      });
      expect(intent?.do).toBe(asked);
    }
  }
});

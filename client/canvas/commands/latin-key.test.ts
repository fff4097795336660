import { expect, test } from "vitest";
import { latinKey } from "./latin-key.ts";

const withCapsLock = (name: string) => name === "CapsLock";

test("a key of another script is the Latin letter on it", () => {
  expect(latinKey({ key: "ы", code: "KeyS", shiftKey: false })).toBe("s");
  expect(latinKey({ key: "Ы", code: "KeyS", shiftKey: true })).toBe("S");
});

test("Caps Lock makes no capital of a key, and Shift does whatever it is", () => {
  expect(latinKey({ key: "Q", shiftKey: false, getModifierState: withCapsLock })).toBe("q");
  expect(latinKey({ key: "q", shiftKey: true, getModifierState: withCapsLock })).toBe("Q");
});

test("what is no letter stays what it is", () => {
  expect(latinKey({ key: "Enter", code: "Enter", shiftKey: true, getModifierState: withCapsLock })).toBe(
    "Enter",
  );
  expect(latinKey({ key: "+", code: "Equal", shiftKey: true })).toBe("+");
});

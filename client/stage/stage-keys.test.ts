import { describe, expect, test } from "vitest";
import { digitOf, stageKeyOf, takesKey } from "./stage-keys.ts";

const press = (
  key: string,
  held: Readonly<Partial<Record<"shiftKey" | "ctrlKey" | "altKey", boolean>>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("[K13] keys of a talk", () => {
  test.each([
    ["ArrowRight", "next"],
    [" ", "next"],
    ["PageDown", "next"],
    ["n", "next"],
    ["N", "next"],
    ["PageUp", "previous"],
    ["b", "blank"],
    [".", "blank"],
    ["F5", "start"],
    ["?", "help"],
    ["Escape", "leave"],
    ["x", undefined],
  ])("%s asks for %s", (key, id) => expect(stageKeyOf(press(key))).toBe(id));

  test("with Shift an arrow goes a whole step", () => {
    expect(stageKeyOf(press("ArrowRight", { shiftKey: true }))).toBe("nextStep");
    expect(stageKeyOf(press("ArrowLeft", { shiftKey: true }))).toBe("previousStep");
  });

  test("are not the browser's, and letters can be turned off", () => {
    expect(stageKeyOf(press("r", { ctrlKey: true }))).toBeUndefined();
    expect(stageKeyOf(press("ArrowLeft", { altKey: true }))).toBeUndefined();
    expect(stageKeyOf(press("n"), false)).toBeUndefined();
    expect(stageKeyOf(press("."), false)).toBeUndefined();
    expect(stageKeyOf(press(" "), false)).toBe("next");
    expect(stageKeyOf(press("PageDown"), false)).toBe("next");
  });

  test("digits make a number", () => {
    expect(digitOf(press("7"))).toBe("7");
    expect(digitOf(press("7", { ctrlKey: true }))).toBeUndefined();
    expect(digitOf(press("a"))).toBeUndefined();
  });

  test("are left to what takes them itself", () => {
    document.body.innerHTML = "<input><button></button><div role='dialog'><p></p></div><main></main>";
    const at = (selector: string) => document.querySelector(selector);
    expect(takesKey(at("input"), "n")).toBe(true);
    expect(takesKey(at("button"), " ")).toBe(true);
    expect(takesKey(at("button"), "ArrowRight")).toBe(false);
    expect(takesKey(at("p"), "ArrowRight")).toBe(true);
    expect(takesKey(at("main"), "ArrowRight")).toBe(false);
    expect(takesKey(null, "n")).toBe(false);
  });
});

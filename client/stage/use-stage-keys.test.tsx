import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useStageKeys } from "./use-stage-keys.ts";

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

function press(key: string, on: Element = document.body): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  act(() => void on.dispatchEvent(event));
  return event.defaultPrevented;
}

function listen(goToNumber: ((number: number) => void) | null) {
  const run = vi.fn((_id: string) => true);
  const { result } = renderHook(() => useStageKeys(run, goToNumber));
  return { run, digits: () => result.current };
}

test("[K13] a number and Enter go to a step, also where a button has the keyboard", () => {
  const goTo = vi.fn();
  const { digits, run } = listen(goTo);
  const button = document.body.appendChild(document.createElement("button"));
  for (const key of ["1", "2"]) expect(press(key, button)).toBe(true);
  expect(digits()).toBe("12");
  expect(press("Enter", button)).toBe(true);
  expect(goTo.mock.calls).toEqual([[12]]);
  expect(digits()).toBe("");
  // Without a number Enter is the button's.
  expect(press("Enter", button)).toBe(false);
  expect(run).not.toHaveBeenCalled();
});

test("[K33] while digits mean something else they are left alone, and other keys are not", () => {
  const { digits, run } = listen(null);
  expect(press("3")).toBe(false);
  expect(digits()).toBe("");
  expect(press("Escape")).toBe(true);
  expect(run.mock.calls).toEqual([["leave"]]);
});

test("[K13] fields and dialogs keep all their keys", () => {
  const goTo = vi.fn();
  const { run } = listen(goTo);
  const dialog = document.body.appendChild(document.createElement("div"));
  dialog.setAttribute("role", "dialog");
  const field = document.body.appendChild(document.createElement("input"));
  for (const on of [dialog, field])
    for (const key of ["3", "Enter", "Escape", "n"]) expect(press(key, on)).toBe(false);
  expect(run).not.toHaveBeenCalled();
  expect(goTo).not.toHaveBeenCalled();
});

import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { Tour } from "./tour.tsx";

afterEach(cleanup);

function start() {
  const onEnd = vi.fn<(isOpen: boolean) => void>();
  renderPage(
    <>
      <button type="button">elsewhere</button>
      <Tour isOpen onOpenChange={onEnd} />
    </>,
  );
  return { onEnd };
}

test("it is told step by step, and ends after the last", () => {
  const { onEnd } = start();
  const told = new Set<string | null>();
  for (let step = 0; step < 4; step += 1) {
    told.add(screen.getByRole("heading").textContent);
    fireEvent.click(screen.getByRole("button", { name: "Next" }));
  }
  told.add(screen.getByRole("heading").textContent);
  expect(told.size).toBe(5);
  expect(onEnd).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Begin" }));
  expect(onEnd).toHaveBeenCalledExactlyOnceWith(false);
});

test.each<readonly [string, () => void]>([
  ["Escape", () => fireEvent.keyDown(window, { key: "Escape" })],
  ["a press elsewhere", () => fireEvent.pointerDown(screen.getByRole("button", { name: "elsewhere" }))],
  ["the button for it", () => fireEvent.click(screen.getByRole("button", { name: "Skip" }))],
])("%s ends it", (_, act) => {
  const { onEnd } = start();
  act();
  expect(onEnd).toHaveBeenCalledExactlyOnceWith(false);
});

test("a press on it, and typing, do not", () => {
  const { onEnd } = start();
  fireEvent.pointerDown(screen.getByRole("heading"));
  fireEvent.keyDown(window, { key: "a" });
  expect(onEnd).not.toHaveBeenCalled();
});

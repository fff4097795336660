import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { commandGroups, mapCommands } from "../../canvas/commands/index.ts";
import { keyCaps } from "../../canvas/commands/key-names.ts";
import { outlineKeys } from "../../canvas/commands/outline-keys.ts";
import { stageKeys } from "../../stage/stage-keys.ts";
import { en } from "../../words/en/index.ts";
import { KeyboardHelpDialog } from "./keyboard-help-dialog.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(platform: string) {
  vi.spyOn(navigator, "platform", "get").mockReturnValue(platform);
  const onOpenChange = vi.fn<(isOpen: boolean) => void>();
  renderPage(<KeyboardHelpDialog isOpen onOpenChange={onOpenChange} />);
  return { onOpenChange };
}

/** The row that tells what a key does, as it is read aloud. */
function keysFor(text: string): string {
  const row = screen.getByRole("rowheader", { name: text }).closest("tr");
  return within(row ?? document.body)
    .getAllByRole("listitem")
    .map((way) => spoken(way))
    .join(", ");
}

function spoken(element: Element): string {
  const heard = element.cloneNode(true) as Element;
  for (const hidden of heard.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return (heard.textContent ?? "").replace(/\s+/gu, " ").trim();
}

test("every key of the canvas is described, with all that asks for the same", () => {
  open("Linux x86_64");
  for (const { id, keys = [] } of mapCommands.filter((command) => command.keys)) {
    const row = keysFor(en[`command.${id}`]).split(", ");
    for (const key of keys) {
      expect(row).toContain(
        keyCaps(key, false)
          .map(({ sign, name }) => (name === null ? sign : en[`keyboard.key.${name}`]))
          .join(" with "),
      );
    }
  }
});

test("nothing is described twice", () => {
  open("Linux x86_64");
  const described = screen.getAllByRole("rowheader").map((header) => header.textContent);
  expect(described).toEqual([...new Set(described)]);
  const commands = mapCommands.filter((command) => command.keys);
  expect(described).toHaveLength(commands.length + outlineKeys.length + stageKeys.length);
});

test("keys stand in groups that have names", () => {
  open("Linux x86_64");
  const adding = screen.getByRole("table", { name: "Add" });
  expect(within(adding).getByRole("rowheader", { name: "Add a claim" })).toBeDefined();
  expect(screen.getAllByRole("table")).toHaveLength(commandGroups.length + 2);
});

test.each([
  ["Linux x86_64", "Undo", "Control with Z"],
  ["MacIntel", "Undo", "Command with Z"],
  ["Win32", "Redo", "Control with Shift with Z, Control with Y"],
  ["MacIntel", "Redo", "Shift with Command with Z, Command with Y"],
  ["Win32", "Another card is an objection to it", "Shift with L"],
  ["iPad", "Zoom in", "plus, equals"],
])("on %s %s is %s", (platform, text, keys) => {
  open(platform);
  expect(keysFor(text)).toBe(keys);
});

test("the signs on the keys are those of the platform", () => {
  expect(keyCaps({ held: "command", key: "z" }, true).map(({ sign }) => sign)).toEqual(["⌘", "Z"]);
  expect(keyCaps({ held: "alt", key: "ArrowUp" }, true).map(({ sign }) => sign)).toEqual(["⌥", "↑"]);
  expect(keyCaps({ held: "command", key: "z" }, false).map(({ sign }) => sign)).toEqual(["Ctrl", "Z"]);
  expect(keyCaps({ held: "alt", key: "ArrowUp" }, false).map(({ sign }) => sign)).toEqual(["Alt", "↑"]);
});

test("it can be closed", () => {
  const { onOpenChange } = open("Linux x86_64");
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(onOpenChange).toHaveBeenCalledWith(false);
});

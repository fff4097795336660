import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { checkMap, createIdSource, type PlainMap, recordsOf } from "#shared/model/index.ts";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { languages } from "../../state/language.ts";
import { createI18n, loadWords, translatorOf } from "../../words/words.ts";
import { type Making, templateMap } from "./template-map.ts";
import { templateLines, templateNames } from "./template-outlines.ts";
import { TemplatesDialog } from "./templates-dialog.tsx";

afterEach(cleanup);

function making(): Making {
  let count = 0;
  return { createId: createIdSource(() => `n${++count}`), by: { author: "Ada", createdAt: 1_000 } };
}

describe.each(languages)("templates in %s", (language) => {
  test.each(templateNames)("%s says what its lines say, in places that do not overlap", async (name) => {
    const t = translatorOf(createI18n(await loadWords(language)));
    const map = templateMap(name, t, making());
    const lines = templateLines[name];
    const cards = recordsOf(map, "card");
    expect(cards.map(({ text }) => text)).toEqual(lines.map(({ word }) => t(`templates.card.${word}`)));
    expect(cards.map(({ kind }) => kind)).toEqual(
      lines.map(({ cue }) => (cue === "Q" ? "question" : cue === "evidence" ? "evidence" : "claim")),
    );
    expect(checkMap(map)).toEqual([]);
    expect(new Set([...map.positions.values()].map(String)).size).toBe(cards.length);
    // All hangs together: whatever is no root speaks to something.
    const speaking = new Set(recordsOf(map, "argument").flatMap(({ premises }) => premises));
    expect(
      cards.filter(({ id, answers, parent }) => !speaking.has(id) && answers.length === 0 && !parent),
    ).toHaveLength(1);
  });
});

test("Toulmin’s warrant works together with the grounds, and the rebuttal is about the step", async () => {
  const t = translatorOf(createI18n(await loadWords("en")));
  const steps = recordsOf(templateMap("toulmin", t, making()), "argument");
  const step = steps.find(({ premises }) => premises.length === 2);
  expect(steps.map(({ polarity, target }) => [polarity, target.type, target.id === step?.id])).toEqual([
    ["support", "card", false],
    ["support", "card", false],
    ["oppose", "argument", true],
  ]);
});

test("a debate has two sides that contradict each other", async () => {
  const t = translatorOf(createI18n(await loadWords("en")));
  const map = templateMap("debate", t, making());
  expect(recordsOf(map, "group").map(({ title }) => title)).toEqual(["The side for", "The side against"]);
  expect(recordsOf(map, "conflict")).toMatchObject([{ kind: "contradictory" }]);
  expect(recordsOf(map, "card").filter(({ group }) => group === null)).toHaveLength(1);
});

function renderDialog(purpose: "begin" | "insert", given: Readonly<{ fault?: string }> = {}) {
  const onMap = vi.fn<(map: PlainMap) => void>();
  renderPage(
    <TemplatesDialog
      isOpen
      onOpenChange={() => undefined}
      purpose={purpose}
      making={making}
      onMap={onMap}
      isBusy={false}
      fault={given.fault ?? null}
    />,
  );
  return { onMap, made: () => onMap.mock.calls[0]?.[0] };
}

test("the dialog shows every way to begin by name, and makes the map that is chosen", () => {
  const { made } = renderDialog("begin", { fault: "The server cannot be reached." });
  const names = screen.getAllByRole("listitem").map((item) => item.querySelector("button")?.textContent);
  expect(names).toHaveLength(6);
  expect(screen.getByRole("alert").textContent).toBe("The server cannot be reached.");
  fireEvent.click(screen.getByRole("button", { name: /^For and against/u }));
  expect(recordsOf(made() as PlainMap, "card")).toHaveLength(5);
});

test("a blank map can be begun, not inserted", () => {
  const { made } = renderDialog("begin");
  fireEvent.click(screen.getByRole("button", { name: /^Blank map/u }));
  expect(made()?.records.size).toBe(0);
  cleanup();
  renderDialog("insert");
  expect(screen.getByRole("dialog", { name: "Insert a template" })).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Blank map/u })).toBeNull();
});

test("an outline is counted as it is written, and becomes a map", async () => {
  const { made, onMap } = renderDialog("begin");
  fireEvent.click(screen.getByRole("button", { name: /^From an outline/u }));
  const field = screen.getByRole("textbox", { name: "Your outline" });
  fireEvent.click(screen.getByRole("button", { name: "Make the map" }));
  expect(screen.getByText(/nothing to make a map of/u)).toBeDefined();
  fireEvent.change(field, { target: { value: "Pave it\n  It is cheap\n  But ugly" } });
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("3 cards, 2 arguments"));
  expect(screen.queryByText(/nothing to make a map of/u)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Make the map" }));
  expect(onMap).toHaveBeenCalledTimes(1);
  expect(made()?.meta.title).toBe("Pave it");
  fireEvent.click(screen.getByRole("button", { name: "Back" }));
  expect(screen.getByRole("button", { name: /^Toulmin/u })).toBeDefined();
});

test("an outline that no map holds is refused with its line", async () => {
  const { onMap } = renderDialog("insert");
  fireEvent.click(screen.getByRole("button", { name: /^From an outline/u }));
  fireEvent.change(screen.getByRole("textbox"), { target: { value: `a\n${"b".repeat(10_001)}` } });
  expect(await screen.findByText(/^What begins in line 2 is longer/u)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Make the map" }));
  expect(onMap).not.toHaveBeenCalled();
});

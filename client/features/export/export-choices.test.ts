import { expect, test } from "vitest";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import type { CardId } from "#shared/model/index.ts";
import { keepChoices, readChoices } from "./export-choices.ts";

function storageWith(kept: string | null) {
  return {
    kept,
    getItem(): string | null {
      return this.kept;
    },
    setItem(_: string, value: string): void {
      this.kept = value;
    },
  };
}

const initialChoices = { format: "pdf", options: initialExportOptions } as const;

test("[E17] standings are kept where they were chosen, not where the canvas shows them", () => {
  const storage = storageWith(null);
  const shown = { format: "pdf", options: { ...initialExportOptions, standings: true } } as const;
  keepChoices(storage, { ...shown, format: "svg" }, shown);
  expect(readChoices(storage)).toEqual({ ...initialChoices, format: "svg" });
  keepChoices(storage, shown, initialChoices);
  keepChoices(storage, { ...shown, format: "svg" }, shown);
  expect(readChoices(storage).options.standings).toBe(true);
  keepChoices(storage, initialChoices, shown);
  expect(readChoices(storage).options.standings).toBe(false);
});

test("choices come back, but for the part of the map and the day", () => {
  const storage = storageWith(null);
  const options = {
    ...initialExportOptions,
    theme: "print",
    legend: false,
    dpi: 300,
    page: "a3",
    date: "today",
    cards: ["c" as CardId],
  } as const;
  keepChoices(storage, { format: "argdown", options }, initialChoices);
  expect(readChoices(storage)).toEqual({ format: "argdown", options: { ...options, date: "", cards: null } });
});

test.each([
  null,
  "",
  "[",
  "null",
  "7",
  '"pdf"',
  '{"format": "kialo", "theme": "pink", "dpi": "-1", "legend": 3}',
  '{"format": "gone"}',
])("what was kept as %j leaves what it does not say at the default", (kept) => {
  expect(readChoices(storageWith(kept))).toEqual({ format: "pdf", options: initialExportOptions });
});

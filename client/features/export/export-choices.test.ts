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
  keepChoices(storage, { format: "argdown", options });
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

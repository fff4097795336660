import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWellFormed } from "#shared/lib/well-formed.ts";
import { arbitraryText } from "../../tests/fixtures/model/arbitrary-commands.ts";
import { textEdit } from "./plan-cards.ts";
import { spliceText } from "./writes.ts";

describe("the edit that turns one text into another", () => {
  it("is the smallest at one place", () => {
    expect(textEdit("open data", "open science data")).toEqual({ index: 5, remove: 0, insert: "science " });
    expect(textEdit("abcabc", "abc")).toEqual({ index: 3, remove: 3, insert: "" });
    expect(textEdit("aaa", "aa")).toEqual({ index: 2, remove: 1, insert: "" });
    expect(textEdit("", "")).toEqual({ index: 0, remove: 0, insert: "" });
  });

  it("replaces a character of two units whole, though another shares one of them", () => {
    expect(textEdit("a😀b", "a😁b")).toEqual({ index: 1, remove: 2, insert: "😁" });
    // U+1F600 and U+1FA00 share their second unit.
    expect(textEdit("\u{1f600}", "\u{1fa00}")).toEqual({ index: 0, remove: 2, insert: "\u{1fa00}" });
    expect(textEdit("😀😀", "😀")).toEqual({ index: 2, remove: 2, insert: "" });
  });

  it("leads from any text to any other without cutting a character", () => {
    const text = fc.oneof(
      arbitraryText,
      fc.string({ unit: fc.constantFrom("a", "\u{1f600}", "\u{1f601}", "\u{1fa00}") }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = textEdit(before, after);
        expect(spliceText(before, edit)).toBe(after);
        expect(
          [before.slice(0, edit.index), edit.insert, before.slice(edit.index + edit.remove)].every(
            isWellFormed,
          ),
        ).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

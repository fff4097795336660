import { describe, expect, it } from "vitest";
import { joinCodeAlphabet, joinCodeChars, readJoinCode } from "./join-code.ts";

describe("a join code as it is typed", () => {
  it.each([
    ["4K7RTX", "4K7RTX"],
    [" 4k7 rtx ", "4K7RTX"],
    ["4k7-rtx", "4K7RTX"],
    ["４ｋ７ｒｔｘ", "4K7RTX"],
    ["oq1lzs", "001125"],
    ["gbuiOL", "68V101"],
    ["abcdefghijklmnopqrstuv_-", "abcdefghijklmnopqrstuv_-"],
  ])("[A15] %s is read as %s", (typed, code) => {
    expect(readJoinCode(typed)).toBe(code);
  });

  it.each(["", "4K7RT", "4K7RTXX", "4K7RT!", "äöüäöü", "👍👍👍👍👍👍", "x".repeat(65), "4K7RTX/../../.."])(
    "[A15] %s is none",
    (typed) => {
      expect(readJoinCode(typed)).toBeUndefined();
    },
  );

  it("[A15] is read as itself whatever it is made of, so that no code is out of reach", () => {
    for (const letter of joinCodeAlphabet) {
      const code = letter.repeat(joinCodeChars);
      expect([readJoinCode(code), readJoinCode(code.toLowerCase())]).toEqual([code, code]);
    }
  });
});

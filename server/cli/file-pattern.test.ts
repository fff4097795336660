import { describe, expect, it } from "vitest";
import { matchesName, withoutBraces } from "./file-pattern.ts";

describe("a pattern of names", () => {
  it.each([
    ["*.txt", "a.txt", true],
    ["*.txt", ".txt", false],
    [".*", ".txt", true],
    ["a?c", "abc", true],
    ["a.c", "abc", false],
    ["map-[12].json", "map-2.json", true],
    ["map-[12].json", "map-3.json", false],
    ["map-[!12].json", "map-3.json", true],
    ["map-[^1-5].json", "map-4.json", false],
    ["[]a]b", "]b", true],
    ["[.]b", "xb", false],
    ["a[b", "a[b", true],
    ["[z-a]", "b", false],
    ["{a}", "{a}", true],
  ])("%s and %s", (pattern, name, isMeant) => {
    expect(matchesName(pattern, name)).toBe(isMeant);
  });

  it("stands for one word in braces after the other, also within others", () => {
    expect(withoutBraces("a.{ad,txt}")).toEqual(["a.ad", "a.txt"]);
    expect(withoutBraces("{a,b{c,d}}.x")).toEqual(["a.x", "bc.x", "a.x", "bd.x"]);
    expect(withoutBraces("a{b}{,c}")).toEqual(["a{b}", "a{b}c"]);
    expect(withoutBraces("{a,b}".repeat(30)).length).toBeLessThanOrEqual(1_000);
  });
});

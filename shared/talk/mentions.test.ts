import { describe, expect, it } from "vitest";
import { mentionSpans, mentionsIn } from "./mentions.ts";

const people = new Map([
  ["1", "Ann"],
  ["2", "Ann Lee"],
  ["3", "李雷"],
  ["4", "Ann"],
]);

describe("mentions", () => {
  it.each([
    ["Is it so, @Ann?", ["1", "4"]],
    ["@Ann Lee said so", ["2"]],
    ["@Annabel is somebody else", []],
    ["write to office@Ann", []],
    ["@李雷你怎么看", ["3"]],
    ["@ Ann", []],
    ["@Ann and @Ann Lee", ["1", "2", "4"]],
    ["no sign before Ann", []],
  ])("[T8] %s", (text, named) => {
    expect(mentionsIn(text, people)).toEqual(named);
  });

  it("[T8] says where they stand", () => {
    expect(mentionSpans("Ask @Ann Lee.", people.values())).toEqual([{ start: 4, end: 12, name: "Ann Lee" }]);
  });

  it("[T8] looks through a text of nothing but signs in no time", () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `Person ${index}`);
    const startedAt = performance.now();
    expect(mentionSpans("@".repeat(4_000), many)).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

import { expect, test } from "vitest";
import { savedNameOf } from "./saved-name.ts";

test.each([
  ["Open or closed?", "Open or closed.json"],
  ["../etc: a/b\\c", "etc a b c.json"],
  ["开放还是封闭", "开放还是封闭.json"],
  ["???", "map.json"],
  ["x".repeat(200), `${"x".repeat(80)}.json`],
  ["🙂".repeat(200), `${"🙂".repeat(80)}.json`],
  ["half a \ud83d sign", "half a sign.json"],
])("the title %j is saved as %j", (title, expected) => {
  expect(savedNameOf(title, "json")).toBe(expected);
});

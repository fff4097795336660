import { expect, test } from "vitest";
import { savedNameOf } from "./saved-name.ts";

test.each([
  ["Open or closed?", "Open or closed.json"],
  ["../etc: a/b\\c", "etc a b c.json"],
  ["开放还是封闭", "开放还是封闭.json"],
  ["???", "map.json"],
  ["x".repeat(200), `${"x".repeat(80)}.json`],
  ["开".repeat(200), `${"开".repeat(80)}.json`],
  ["🙂".repeat(200), `${"🙂".repeat(60)}.json`],
  ["half a \ud83d sign", "half a sign.json"],
])("the title %j is saved as %j", (title, expected) => {
  expect(savedNameOf(title, "json")).toBe(expected);
});

test("what comes after a long title is kept", () => {
  expect(savedNameOf("x".repeat(300), "pdf", "Lecture")).toBe(`${"x".repeat(80)} Lecture.pdf`);
  expect(savedNameOf("?", "pdf", "", "Exam: I")).toBe("map Exam I.pdf");
  const long = savedNameOf("🙂".repeat(300), "html", "开".repeat(300), "report");
  expect(long).toMatch(/^🙂+ 开+ report\.html$/u);
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(245);
});

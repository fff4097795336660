import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatNames } from "#shared/formats/registry.ts";
import { formats } from "./en/formats.ts";
import { findingText, formatLabel } from "./format-label.ts";
import { createI18n, loadWords, translatorOf } from "./words.ts";

const readers = join(import.meta.dirname, "../../shared/formats");

/** The codes that readers give, as they stand in their code. */
function codes(): readonly string[] {
  const code = readdirSync(readers, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(readers, path), "utf8"))
    .join("\n");
  const given = code.matchAll(
    /\b(?:warn|remark|fail|note|error|leaveOut|onFault)\(\s*(?:"([A-Z_]+)"|[^"()]*\? "([A-Z_]+)" : "([A-Z_]+)")/gu,
  );
  const named = code.matchAll(/"((?:JSON|OUTLINE)_[A-Z_]+)"/gu);
  return [...[...given].flatMap((found) => found.slice(1)), ...[...named].map(([, name]) => name)].filter(
    (name) => name !== undefined,
  );
}

test("what readers find has words in every language", async () => {
  const found = [...new Set(codes())];
  expect(found.length).toBeGreaterThan(60);
  for (const words of [
    createI18n({ language: "en", catalogue: formats }),
    createI18n(await loadWords("zh")),
  ]) {
    const tell = translatorOf<typeof formats>(words);
    const without = found.filter(
      (code) =>
        !findingText(tell, code.startsWith("JSON_") || code.startsWith("OUTLINE_") ? code : `CSV_${code}`),
    );
    expect(without).toEqual([]);
  }
});

test("[F8] what is no file of its format, and each rule that a file breaks, has a sentence of its own in every language", async () => {
  const formatsWithSyntax = ["CSV", "GRAPHML", "JSON", "MERMAID", "MINDMUP", "OPML"].map(
    (format) => `${format}_SYNTAX`,
  );
  const rules = ["I1", "I2", "I3", "I5", "I7", "I8", "I9"].map((rule) => `JSON_RULE_${rule}`);
  for (const words of [
    createI18n({ language: "en", catalogue: formats }),
    createI18n(await loadWords("zh")),
  ]) {
    const tell = translatorOf<typeof formats>(words);
    const told = rules.map((code) => findingText(tell, code));
    expect(new Set([...told, findingText(tell, "JSON_RULE_field")]).size).toBe(rules.length + 1);
    expect(formatsWithSyntax.map((code) => findingText(tell, code))).not.toContain(undefined);
  }
});

test("a code of another kind has none, and rules have one for all", () => {
  const tell = translatorOf<typeof formats>(createI18n({ language: "en", catalogue: formats }));
  expect(findingText(tell, "JSON_toString")).toBeUndefined();
  expect(findingText(tell, "odd")).toBeUndefined();
  expect(findingText(tell, "JSON_RULE_M7")).toBe("A rule of maps is broken here.");
});

test("formats have names, some of them in the language shown", async () => {
  const tell = translatorOf<typeof formats>(createI18n(await loadWords("zh")));
  expect(formatLabel(tell, "outline")).toBe("纯文本大纲");
  expect(formatLabel(tell, "svg")).toBe("SVG");
  expect(formatNames.map((name) => formatLabel(tell, name)).filter((label) => label === "")).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allEnglish as en } from "../../tests/fixtures/words/all-english.ts";
import { formatAgo } from "./format-ago.ts";
import { createI18n, english, translatorOf } from "./words.ts";

const clientFolder = join(import.meta.dirname, "..");
const ids = Object.keys(en) as (keyof typeof en)[];

/** All the client's own code but the catalogue and the tests. */
function sources(): readonly string[] {
  return readdirSync(clientFolder, { recursive: true, encoding: "utf8" })
    .filter(
      (path) => /\.tsx?$/u.test(path) && !/\.test\.tsx?$/u.test(path) && !/words\/(en|zh)\//u.test(path),
    )
    .map((path) => readFileSync(join(clientFolder, path), "utf8"));
}

test("every word is used somewhere, by its id or by a template that makes it", () => {
  const code = sources().join("\n");
  const templates = [...code.matchAll(/`([a-z]+\.[\w.]*)\$\{[^}`]+\}([\w.]*)`/gu)].map(
    ([, before = "", after = ""]) => new RegExp(`^${quoted(before)}[\\w-]+${quoted(after)}$`, "u"),
  );
  const unused = ids.filter(
    (id) => !code.includes(`"${id}"`) && !templates.some((template) => template.test(id)),
  );
  expect(unused).toEqual([]);
});

test("every id that is asked for by name exists", () => {
  const asked = sources().flatMap((code) => [...code.matchAll(/\bt\(\s*"([^"]+)"/gu)].map(([, id]) => id));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((id) => !ids.includes(id as keyof typeof en))).toEqual([]);
});

test("no message uses the straight apostrophe, which ICU takes for an escape", () => {
  expect(ids.filter((id) => en[id].includes("'"))).toEqual([]);
});

test("messages are compiled and filled in, plurals by count", () => {
  const t = translatorOf(createI18n(english));
  expect(t("app.titled", { title: "Parks" })).toBe("Parks · Counterpoint");
  expect(t("clipboard.pasted", { count: 1 })).toBe("1 card was pasted");
  expect(t("clipboard.pasted", { count: 7 })).toBe("7 cards were pasted");
});

test("every message compiles: none comes back as its pattern", () => {
  const i18n = createI18n({ language: "en", catalogue: en });
  const broken = ids.filter((id) => i18n._(id, { count: 2 }).includes("plural,"));
  expect(broken).toEqual([]);
});

test.each([
  [30_000, "now"],
  [5 * 60_000, "5 minutes ago"],
  [26 * 3_600_000, "yesterday"],
  [9 * 86_400_000, "last week"],
  [-5_000, "now"],
])("%i ms ago reads %s", (passedMs, expected) => {
  expect(formatAgo("en", 1_000_000_000_000 - passedMs, 1_000_000_000_000)).toBe(expected);
});

function quoted(text: string): string {
  return text.replaceAll(".", "\\.");
}

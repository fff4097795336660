import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, test } from "vitest";
import { allEnglish as en } from "../../tests/fixtures/words/all-english.ts";
import { type Language, languageOf, languages, localeOf } from "../state/language.ts";
import { createI18n, loadWords, translatorOf } from "./words.ts";

const ids = Object.keys(en) as (keyof typeof en)[];
const others = languages.filter((language) => language !== "en");

async function catalogueOf(language: Language): Promise<Readonly<Record<keyof typeof en, string>>> {
  const { catalogue } = await loadWords(language);
  // Languages that are fetched come whole.
  return language === "en" ? en : (catalogue as Readonly<Record<keyof typeof en, string>>);
}

type Compiled = ReturnType<typeof compileMessage>;
/** A placeholder: its name, the kind of choice or format, and for a choice its branches. */
type Placeholder = Readonly<{ name: string; kind: string | undefined; branches: Record<string, unknown> }>;

/** All placeholders of a message, also those in the branches of a choice. */
function placeholders(message: Compiled | unknown): readonly Placeholder[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap((part: unknown) => {
    if (!Array.isArray(part)) return [];
    const [name, kind, format] = part as [string, string | undefined, unknown];
    const branches = typeof format === "object" && format !== null ? (format as Record<string, unknown>) : {};
    return [{ name, kind, branches }, ...Object.values(branches).flatMap(placeholders)];
  });
}

function namesIn(message: string): readonly string[] {
  // `#` stands for the number of the choice around it, which is named there already.
  return [...new Set(placeholders(compileMessage(message)).map(({ name }) => name))]
    .filter((name) => name !== "#")
    .sort();
}

describe.each(others)("%s", (language) => {
  test("every message has the placeholders of the English one", async () => {
    const catalogue = await catalogueOf(language);
    const apart = ids.filter((id) => `${namesIn(catalogue[id])}` !== `${namesIn(en[id])}`);
    expect(apart).toEqual([]);
  });

  test("no message is left empty, and none is left in English but for names and signs", async () => {
    const catalogue = await catalogueOf(language);
    expect(ids.filter((id) => catalogue[id].trim() === "")).toEqual([]);
    // A sentence of three or more English words is one that somebody forgot.
    expect(ids.filter((id) => catalogue[id] === en[id] && /[a-z]+ [a-z]+ [a-z]+/u.test(en[id]))).toEqual([]);
  });

  test("it has the areas of English, file by file", () => {
    const files = (name: Language) => readdirSync(join(import.meta.dirname, name)).sort();
    expect(files(language)).toEqual(files("en"));
  });
});

test.each(languages)("plural forms in %s are those that the language has", async (language) => {
  const catalogue = await catalogueOf(language);
  const known = new Set(new Intl.PluralRules(localeOf[language]).resolvedOptions().pluralCategories);
  for (const id of ids) {
    for (const { kind, branches } of placeholders(compileMessage(catalogue[id]))) {
      if (kind !== "plural") continue;
      const forms = Object.keys(branches).filter((form) => !/^=?\d+$/u.test(form) && form !== "offset");
      expect(new Set(forms), id).toEqual(known);
    }
  }
});

test("punctuation beside Chinese is full-width", async () => {
  const catalogue = await catalogueOf("zh");
  const half = /[\p{Script=Han}”][,:;?!(]|[,:;?!)][\p{Script=Han}“]/u;
  expect(ids.filter((id) => half.test(catalogue[id]))).toEqual([]);
});

test("a language that is fetched speaks with its own numbers and forms", async () => {
  const t = translatorOf(createI18n(await loadWords("zh")));
  expect(t("clipboard.pasted", { count: 1 })).toBe("已粘贴 1 张卡片");
  expect(t("person.guest", { color: t("person.colorName.teal") })).toBe("青色访客");
});

describe("the language that a browser asks for", () => {
  test.each([
    [["zh-CN", "en"], "zh"],
    [["zh-Hant-TW"], "zh"],
    [["de-DE", "zh-CN"], "zh"],
    [["en-GB", "zh-CN"], "en"],
    [["fr", "de"], "en"],
    [[], "en"],
  ] as const)("%j is answered in %s", (preferred, expected) => {
    expect(languageOf("system", preferred)).toBe(expected);
  });

  test("does not matter to someone who chose", () => {
    expect(languageOf("en", ["zh-CN"])).toBe("en");
    expect(languageOf("zh", ["en"])).toBe("zh");
  });
});

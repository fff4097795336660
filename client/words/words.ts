import { type I18n, setupI18n } from "@lingui/core";
import { type Language, localeOf } from "../state/language.ts";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en/index.ts";

export type { WordId } from "./catalogue.ts";

/** A language with all its messages. */
export type Words = Readonly<{ language: Language; catalogue: Catalogue }>;

/** English is part of the program, so that there always is a language to speak. */
export const english: Words = { language: "en", catalogue: en };

/** Fetches a language's messages. Rejects where the server cannot be reached. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case "en":
      return english;
    case "zh":
      return { language, catalogue: (await import("./zh/index.ts")).zh };
  }
}

type Values = Readonly<Record<string, string | number>>;
type ValuesOf<Messages, Id extends keyof Messages> = Messages[Id] extends `${string}{${string}`
  ? [values: Values]
  : [];

/** Looks a message up; messages with placeholders ask for their values. */
export type TranslateIn<Messages> = <Id extends keyof Messages & string>(
  id: Id,
  ...values: ValuesOf<Messages, Id>
) => string;
export type Translate = TranslateIn<typeof en>;

/** Speaks a language. Its messages were compiled when the client was built; while developing, as they are first used. */
export function createI18n({
  language,
  catalogue,
}: Readonly<{ language: Language; catalogue: Readonly<Record<string, string>> }>): I18n {
  const i18n = setupI18n();
  i18n.loadAndActivate({ locale: localeOf[language], messages: { ...catalogue } });
  return i18n;
}

/** `createI18n`'s lookup with the ids and values checked by the compiler. */
export function translatorOf<Messages = typeof en>(i18n: I18n): TranslateIn<Messages> {
  return (id, ...values) => i18n._(id, values[0]);
}

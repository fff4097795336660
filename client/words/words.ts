import { type I18n, setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { en } from "./en/index.ts";

/** Languages that Counterpoint speaks; a new one is a folder beside `en` and a line here. */
export const languages = ["en"] as const;
export type Language = (typeof languages)[number];

export type WordId = keyof typeof en;
export type Catalogue = Readonly<Record<WordId, string>>;

type Values = Readonly<Record<string, string | number>>;
type ValuesOf<Id extends WordId> = (typeof en)[Id] extends `${string}{${string}` ? [values: Values] : [];

/** Looks a message up; messages with placeholders ask for their values. */
export type Translate = <Id extends WordId>(id: Id, ...values: ValuesOf<Id>) => string;

const catalogues: Readonly<Record<Language, Catalogue>> = { en };

/** Messages compiled as they are first used, so that there is no build step for words. */
export function createI18n(language: Language): I18n {
  const i18n = setupI18n();
  i18n.setMessagesCompiler(compileMessage);
  i18n.loadAndActivate({ locale: language, messages: { ...catalogues[language] } });
  return i18n;
}

/** `createI18n`'s lookup with the ids and values checked by the compiler. */
export function translatorOf(i18n: I18n): Translate {
  return (id, ...values) => i18n._(id, values[0]);
}

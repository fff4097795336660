import { I18nProvider as LinguiProvider } from "@lingui/react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { I18nProvider as AriaProvider } from "react-aria-components";
import { type Language, localeOf } from "../state/language.ts";
import { createI18n, english, loadWords, type Words } from "./words.ts";

export type WordsProviderProps = Readonly<{
  language: Language;
  /** What is spoken until `language` has been fetched; English if it is not given. */
  first?: Words;
  children: ReactNode;
}>;

/**
 * Gives the words to all below, and the same language to React Aria's own announcements and to the document. A language
 * that has to be fetched takes over when it is there, in one go: nothing is ever shown half in one and half in another.
 */
export function WordsProvider({ language, first = english, children }: WordsProviderProps) {
  const words = useSpokenWords(language, first);
  const i18n = useMemo(() => createI18n(words), [words]);
  const locale = localeOf[words.language];
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <LinguiProvider i18n={i18n}>
      <AriaProvider locale={locale}>{children}</AriaProvider>
    </LinguiProvider>
  );
}

function useSpokenWords(language: Language, first: Words): Words {
  const [words, setWords] = useState(first);
  useEffect(() => {
    let isWanted = true;
    loadWords(language).then(
      (loaded) => isWanted && setWords(loaded),
      // Without a connection the page goes on in the language it has; the choice is kept for the next visit.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return words;
}

import { I18nProvider as LinguiProvider } from "@lingui/react";
import { type ReactNode, useEffect, useMemo } from "react";
import { I18nProvider as AriaProvider } from "react-aria-components";
import { createI18n, type Language } from "./words.ts";

/** Gives the words to all below, and the same language to React Aria's own announcements and to the document. */
export function WordsProvider(props: Readonly<{ language: Language; children: ReactNode }>) {
  const i18n = useMemo(() => createI18n(props.language), [props.language]);
  useEffect(() => {
    document.documentElement.lang = props.language;
  }, [props.language]);
  return (
    <LinguiProvider i18n={i18n}>
      <AriaProvider locale={props.language}>{props.children}</AriaProvider>
    </LinguiProvider>
  );
}

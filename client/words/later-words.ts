import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { localeOf } from "../state/language.ts";
import { createI18n, type TranslateIn, translatorOf } from "./words.ts";

/**
 * Speaks words that come with the part of the page that says them, because what a page shows first would have to wait for
 * them: `const tell = useLaterWords(tour)`. So it is in English alone; other languages are fetched whole.
 */
export function useLaterWords<const Messages extends Readonly<Record<string, string>>>(
  messages: Messages,
): TranslateIn<Messages> {
  const { i18n } = useLingui();
  return useMemo(() => {
    const isEnglish = i18n.locale === localeOf.en;
    return translatorOf<Messages>(isEnglish ? createI18n({ language: "en", catalogue: messages }) : i18n);
  }, [i18n, messages]);
}

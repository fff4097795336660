import { useSyncExternalStore } from "react";
import { type Language, languageOf } from "../words/language.ts";
import { useView } from "./view-context.tsx";

/** The language in force, following the browser where this user left it to the browser. */
export function useLanguage(): Language {
  const choice = useView((state) => state.language);
  const preferred = useSyncExternalStore(watchBrowser, browserLanguages);
  return languageOf(choice, preferred);
}

/** The same array until the browser's settings change. */
export function browserLanguages(): readonly string[] {
  return navigator.languages;
}

function watchBrowser(onChange: () => void): () => void {
  window.addEventListener("languagechange", onChange);
  return () => window.removeEventListener("languagechange", onChange);
}

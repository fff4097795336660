import { useSyncExternalStore } from "react";
import { type Language, languageOf } from "./language.ts";
import { useView } from "./view-context.tsx";

/** The language in force, following the browser where this user left it to the browser. */
export function useLanguage(): Language {
  const choice = useView((state) => state.language);
  return useSyncExternalStore(watchBrowser, () => languageOf(choice, browserLanguages()));
}

/** What the browser asks for, best first; not always the same array, even while it asks for the same. */
export function browserLanguages(): readonly string[] {
  return navigator.languages;
}

function watchBrowser(onChange: () => void): () => void {
  window.addEventListener("languagechange", onChange);
  return () => window.removeEventListener("languagechange", onChange);
}

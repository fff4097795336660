import { useSyncExternalStore } from "react";
import { type Language, languageOf } from "../words/language.ts";
import { useView } from "./view-context.tsx";

/** The language in force, following the browser where this user left it to the browser. */
export function useLanguage(): Language {
  const choice = useView((state) => state.language);
  const preferred = useSyncExternalStore(watchBrowser, joinedLanguages);
  return languageOf(choice, preferred.split(","));
}

export function browserLanguages(): readonly string[] {
  return navigator.languages;
}

/** As one text, since a browser whose languages are emulated makes a new array each time it is asked. */
function joinedLanguages(): string {
  return browserLanguages().join(",");
}

function watchBrowser(onChange: () => void): () => void {
  window.addEventListener("languagechange", onChange);
  return () => window.removeEventListener("languagechange", onChange);
}

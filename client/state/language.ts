/** Languages that Counterpoint speaks; a new one is a folder beside `client/words/en`, a line here and a case in `loadWords`. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** A language, or what the browser asks for. */
export type LanguageChoice = Language | "system";
export const languageChoices: readonly LanguageChoice[] = [...languages, "system"];

/** The tags (BCP 47) that the document, dates and plural forms go by. */
export const localeOf: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

/**
 * The language that a choice comes to in a browser that asks for `preferred`, best first. Every Chinese counts as ours:
 * who reads Traditional only is still nearer to it than to English.
 */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== "system") return choice;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split("-")[0];
    const spoken = languages.find((language) => language === primary);
    if (spoken) return spoken;
  }
  return "en";
}

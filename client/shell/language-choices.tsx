import { languageChoices } from "../state/language.ts";
import { useView } from "../state/view-context.tsx";
import { MenuChoice } from "../ui/menu.tsx";
import { useWords } from "../words/use-words.ts";

/** The part of a menu that sets the language, each named in itself, or leaves it to the browser. */
export function LanguageChoices() {
  const t = useWords();
  const language = useView((state) => state.language);
  const chooseLanguage = useView((state) => state.chooseLanguage);
  return (
    <MenuChoice
      title={t("language.title")}
      value={language}
      onChange={chooseLanguage}
      options={languageChoices.map((value) => ({ value, text: t(`language.${value}`) }))}
    />
  );
}

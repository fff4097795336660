import { useView } from "../state/view-context.tsx";
import { themeChoices } from "../state/view-store.ts";
import { MenuChoice } from "../ui/menu.tsx";
import { useWords } from "../words/use-words.ts";

/** The part of a menu that sets light, dark, or what the device does. */
export function ThemeChoices() {
  const t = useWords();
  const theme = useView((state) => state.theme);
  const chooseTheme = useView((state) => state.chooseTheme);
  return (
    <MenuChoice
      title={t("theme.title")}
      value={theme}
      onChange={chooseTheme}
      options={themeChoices.map((value) => ({ value, text: t(`theme.${value}`) }))}
    />
  );
}

import { Spinner } from "../ui/spinner.tsx";
import css from "./opening-page.module.css";
import { useWords } from "./words/use-words.ts";

/** Shown while a map's access and its code are on their way; not at once, so that a quick opening does not flicker. */
export function OpeningPage() {
  const t = useWords();
  return (
    <div className={css["page"]} role="status">
      <Spinner size={20} />
      {t("map.opening")}
    </div>
  );
}

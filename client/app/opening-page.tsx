import { Spinner } from "../ui/spinner.tsx";
import { useWords } from "../words/use-words.ts";
import css from "./opening-page.module.css";

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

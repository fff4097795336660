import { useWords } from "../../words/use-words.ts";
import css from "./recent-maps.module.css";

/** Stands where maps will be listed; `children` says which. */
export function NoMaps({ children }: Readonly<{ children: string }>) {
  const t = useWords();
  return (
    <div className={css["empty"]}>
      <svg width="92" height="44" viewBox="0 0 92 44" aria-hidden="true">
        <path d="M34 22h12m0 0V10h12M46 22v12h12" />
        <rect x="1" y="11" width="33" height="22" rx="5" />
        <rect x="58" y="1" width="33" height="18" rx="5" />
        <rect x="58" y="25" width="33" height="18" rx="5" />
      </svg>
      <div>
        <strong>{t("home.recent.emptyTitle")}</strong>
        <p>{children}</p>
      </div>
    </div>
  );
}

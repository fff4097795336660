import { useWords } from "../words/use-words.ts";
import css from "./wordmark.module.css";

/** The product's sign and name. */
export function Wordmark() {
  const t = useWords();
  return (
    <span className={css["wordmark"]}>
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect className={css["ground"]} width="32" height="32" rx="8" />
        <path className={css["lines"]} d="M13 16h4m0 0V9.5h3M17 16v6.5h3" />
        <rect className={css["claim"]} x="5" y="12.5" width="8.5" height="7" rx="2" />
        <rect className={css["support"]} x="20" y="6" width="7" height="7" rx="2" />
        <circle className={css["oppose"]} cx="23.5" cy="22.5" r="3.5" />
      </svg>
      {t("app.name")}
    </span>
  );
}

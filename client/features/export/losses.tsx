import { exporting } from "../../words/en/export.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./export.module.css";
import type { Preview } from "./use-preview.ts";

/** What of this map a file will not have, and how much of it there is. */
export function Losses({ preview }: Readonly<{ preview: Preview }>) {
  const tell = useLaterWords(exporting);
  const ready = preview.state === "making" ? preview.last : preview.state === "ready" ? preview : null;
  if (!ready) return null;
  const { losses } = ready;
  return (
    <section aria-label={tell("export.losses")} aria-live="polite">
      {losses.length === 0 ? (
        <p className={css["note"]}>{tell("export.losses.none")}</p>
      ) : (
        <>
          <h3 className={css["heading"]}>{tell("export.losses")}</h3>
          <ul className={css["losses"]}>
            {losses.map(({ feature, count, characters }) => (
              <li key={feature}>
                {tell(`export.loss.${feature}`)} <span className={css["count"]}>{count}</span>
                {characters === undefined ? null : <bdi className={css["characters"]}>{characters}</bdi>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

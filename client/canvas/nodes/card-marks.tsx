import { BadgeCheck, Pin } from "lucide-react";
import type { Card } from "#shared/model/index.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./card-marks.module.css";

/** That a card is pinned to its place, or taken for granted. */
export function CardMarks({ card }: Readonly<{ card: Card }>) {
  const t = useWords();
  if (!card.pinned && !card.granted) return null;
  return (
    <div className={css["marks"]}>
      {card.granted ? (
        <span role="img" aria-label={t("mark.granted")} title={t("mark.granted")} className={css["mark"]}>
          <BadgeCheck size={12} aria-hidden="true" />
        </span>
      ) : null}
      {card.pinned ? (
        <span role="img" aria-label={t("mark.pinned")} title={t("mark.pinned")} className={css["mark"]}>
          <Pin size={12} aria-hidden="true" />
        </span>
      ) : null}
    </div>
  );
}

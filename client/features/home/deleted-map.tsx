import { Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale } from "react-aria-components";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { formatDate } from "../../words/format-date.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./recent-maps.module.css";

export type DeletedMapProps = Readonly<{
  title: string;
  /** Milliseconds since 1970. */
  restorableUntil: number;
  isRestoring: boolean;
  onRestore: () => void;
  /** Absent where the map stays in the list as long as it can be restored. */
  onForget?: (() => void) | undefined;
}>;

/** A deleted map in a list: until when it can be had back, and the button for that. */
export function DeletedMap({
  restorableUntil,
  isRestoring,
  onRestore,
  onForget,
  ...props
}: DeletedMapProps): ReactNode {
  const t = useWords();
  const { locale } = useLocale();
  const title = props.title === "" ? t("map.untitled") : props.title;
  return (
    <li className={css["row"]}>
      <div className={css["link"]}>
        <span dir="auto" className={css["name"]}>
          {title}
        </span>
        <span className={css["facts"]}>
          <Trash2 size={14} aria-hidden="true" />
          <span className={css["when"]}>
            {t("access.deleted.until", { until: formatDate(locale, restorableUntil) })}
          </span>
        </span>
      </div>
      <Button
        size="small"
        aria-label={t("access.deleted.restoreNamed", { title })}
        isBusy={isRestoring}
        onPress={onRestore}
      >
        {t("access.deleted.restore")}
      </Button>
      {onForget ? (
        <IconButton label={t("home.recent.forget", { title })} size="small" onPress={onForget}>
          <X size={16} />
        </IconButton>
      ) : null}
    </li>
  );
}

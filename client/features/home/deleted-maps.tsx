import { Trash2, X } from "lucide-react";
import { useEffect } from "react";
import { useLocale } from "react-aria-components";
import { useDeviceMaps, useServices } from "../../api/services.tsx";
import { useRestoreMap } from "../../shell/use-restore-map.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { formatDate } from "../../words/format-date.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./recent-maps.module.css";
import { useForgetMap } from "./use-forget-map.tsx";

/** Maps of this device's owner that were deleted and can still be had back. */
export function DeletedMaps() {
  const t = useWords();
  const { deviceMaps, now } = useServices();
  const { locale } = useLocale();
  const { forget, question } = useForgetMap();
  const { restore, isRestoring } = useRestoreMap();
  useEffect(() => deviceMaps.dropErased(now()), [deviceMaps, now]);
  const maps = useDeviceMaps().filter(({ restorableUntil }) => restorableUntil !== undefined);
  if (maps.length === 0) return null;
  return (
    <section className={css["section"]} aria-labelledby="deleted-maps">
      <h2 id="deleted-maps" className={css["title"]}>
        {t("access.deleted.title")}
      </h2>
      <ul className={css["list"]}>
        {maps.map((map) => {
          const title = map.title === "" ? t("map.untitled") : map.title;
          return (
            <li key={map.id} className={css["row"]}>
              <div className={css["link"]}>
                <span dir="auto" className={css["name"]}>
                  {title}
                </span>
                <span className={css["facts"]}>
                  <Trash2 size={14} aria-hidden="true" />
                  <span className={css["when"]}>
                    {t("access.deleted.until", { until: formatDate(locale, map.restorableUntil ?? 0) })}
                  </span>
                </span>
              </div>
              <Button
                size="small"
                aria-label={t("access.deleted.restoreNamed", { title })}
                isBusy={isRestoring}
                onPress={() => restore(map)}
              >
                {t("access.deleted.restore")}
              </Button>
              <IconButton label={t("home.recent.forget", { title })} size="small" onPress={() => forget(map)}>
                <X size={16} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {question}
    </section>
  );
}

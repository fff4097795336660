import { useLocale } from "react-aria-components";
import { useDeviceMaps, useServices } from "../../api/services.tsx";
import { useWords } from "../../words/use-words.ts";
import { RecentMap } from "./recent-map.tsx";
import css from "./recent-maps.module.css";
import { useForgetMap } from "./use-forget-map.tsx";

/** The maps that were open on this device, the last one first. */
export function RecentMaps() {
  const t = useWords();
  const { locale } = useLocale();
  const { now } = useServices();
  const maps = useDeviceMaps().filter(({ restorableUntil }) => restorableUntil === undefined);
  const { forget, question } = useForgetMap();
  return (
    <section className={css["section"]} aria-labelledby="recent-maps">
      <h2 id="recent-maps" className={css["title"]}>
        {t("home.recent.title")}
      </h2>
      {maps.length > 0 ? (
        <ul className={css["list"]}>
          {maps.map((map) => (
            <RecentMap key={map.id} map={map} locale={locale} now={now()} onForget={() => forget(map)} />
          ))}
        </ul>
      ) : (
        <div className={css["empty"]}>
          <svg width="92" height="44" viewBox="0 0 92 44" aria-hidden="true">
            <path d="M34 22h12m0 0V10h12M46 22v12h12" />
            <rect x="1" y="11" width="33" height="22" rx="5" />
            <rect x="58" y="1" width="33" height="18" rx="5" />
            <rect x="58" y="25" width="33" height="18" rx="5" />
          </svg>
          <div>
            <strong>{t("home.recent.emptyTitle")}</strong>
            <p>{t("home.recent.empty")}</p>
          </div>
        </div>
      )}
      {question}
    </section>
  );
}

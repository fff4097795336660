import { useLocale } from "react-aria-components";
import { useDeviceMaps, useServices } from "../../api/services.tsx";
import { useWords } from "../../words/use-words.ts";
import { NoMaps } from "./no-maps.tsx";
import { RecentMap } from "./recent-map.tsx";
import css from "./recent-maps.module.css";
import { useForgetMap } from "./use-forget-map.tsx";

/** The maps that were open on this device, the last one first. `without` those that are listed elsewhere already. */
export function RecentMaps({ without }: Readonly<{ without?: ReadonlySet<string> }>) {
  const t = useWords();
  const { locale } = useLocale();
  const { now } = useServices();
  const maps = useDeviceMaps().filter(
    ({ id, restorableUntil }) => restorableUntil === undefined && !without?.has(id),
  );
  const { forget, question } = useForgetMap();
  if (without && maps.length === 0) return question;
  return (
    <section className={css["section"]} aria-labelledby="recent-maps">
      <h2 id="recent-maps" className={css["title"]}>
        {t("home.recent.title")}
      </h2>
      {maps.length > 0 ? (
        <ul className={css["list"]}>
          {maps.map((map) => (
            <RecentMap
              key={map.id}
              map={map}
              locale={locale}
              now={now()}
              forgetWords={t("home.recent.forget", {
                title: map.title === "" ? t("map.untitled") : map.title,
              })}
              onForget={() => forget(map)}
            />
          ))}
        </ul>
      ) : (
        <NoMaps>{t("home.recent.empty")}</NoMaps>
      )}
      {question}
    </section>
  );
}

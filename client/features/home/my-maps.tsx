import { useLocale } from "react-aria-components";
import { useServices } from "../../api/services.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { mine } from "../../words/en/mine.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";
import { DeletedMaps } from "./deleted-maps.tsx";
import { NoMaps } from "./no-maps.tsx";
import { RecentMap } from "./recent-map.tsx";
import css from "./recent-maps.module.css";
import { RecentMaps } from "./recent-maps.tsx";
import { useForgetMyMap } from "./use-forget-my-map.tsx";
import { useMyMaps } from "./use-my-maps.ts";

/** The maps of this user's account, on every device; below them what this device knows besides, and what was deleted. */
export function MyMaps() {
  const t = useWords();
  const tell = useLaterWords(mine);
  const { locale } = useLocale();
  const { now } = useServices();
  const { maps, next, isLoading, problem, loadMore, reload, drop } = useMyMaps();
  const { forget, question } = useForgetMyMap(drop);
  const known = maps ?? [];
  const listed = known.filter(({ restorableUntil }) => restorableUntil === undefined);
  const deleted = known.filter(({ restorableUntil }) => restorableUntil !== undefined);
  return (
    <>
      <section className={css["section"]} aria-labelledby="my-maps" aria-busy={isLoading}>
        <h2 id="my-maps" className={css["title"]}>
          {tell("mine.title")}
        </h2>
        {listed.length > 0 ? (
          <ul className={css["list"]}>
            {listed.map((map) => (
              <RecentMap
                key={map.id}
                map={map}
                locale={locale}
                now={now()}
                forgetWords={tell("mine.forget", { title: map.title === "" ? t("map.untitled") : map.title })}
                onForget={() => forget(map)}
              />
            ))}
          </ul>
        ) : null}
        {maps !== null && listed.length === 0 ? <NoMaps>{tell("mine.empty")}</NoMaps> : null}
        {maps === null && isLoading ? (
          <p className={css["waiting"]} role="status">
            <Spinner />
            {tell("mine.loading")}
          </p>
        ) : null}
        {problem ? (
          <div className={css["after"]}>
            <Notice tone="danger">{problemText(t, problem)}</Notice>
            <Button onPress={loadMore}>{t("problem.action.again")}</Button>
          </div>
        ) : null}
        {next !== undefined && !problem ? (
          <div className={css["after"]}>
            <Button isBusy={isLoading} onPress={loadMore}>
              {tell("mine.more")}
            </Button>
          </div>
        ) : null}
        {question}
      </section>
      {maps === null && isLoading ? null : <RecentMaps without={new Set(known.map(({ id }) => id))} />}
      <DeletedMaps mine={deleted} onRestored={reload} />
    </>
  );
}

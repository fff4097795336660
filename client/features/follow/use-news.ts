import { useCallback, useState } from "react";
import type { Showing } from "#shared/presenting/index.ts";
import { type News, usePlaceNews } from "../../shell/use-place-news.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";

/** Each step and sub-step as it comes, and not again when its cards change. */
export function useStepNews(showing: Showing | null, beat: number): News {
  const tell = useLaterWords(follow);
  return usePlaceNews(showing && `${showing.step.id} ${beat}`, () => {
    if (!showing) return "";
    const { step, number, count, fresh } = showing;
    const values = { number, count, fresh: fresh.length, title: step.title };
    return step.title ? tell("follow.stepNew", values) : tell("follow.stepUntitled", values);
  });
}

/** What is said in passing about oneself. */
export function useAnnouncer(): Readonly<{ news: News; announce: (text: string) => void }> {
  const [news, setNews] = useState<News>({ key: "", text: "" });
  const announce = useCallback(
    (text: string) => setNews(({ key }) => ({ key: `${Number(key) + 1}`, text })),
    [],
  );
  return { news, announce };
}

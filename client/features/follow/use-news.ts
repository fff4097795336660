import { useCallback, useState } from "react";
import type { Showing } from "#shared/presenting/index.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";

/** What is said once, politely, to those who do not see it; `key` tells the same words said anew. */
export type News = Readonly<{ key: string; text: string }>;

/** Each step and sub-step as it comes, and not again when its cards change. */
export function useStepNews(showing: Showing | null, beat: number): News {
  const tell = useLaterWords(follow);
  const key = showing ? `${showing.step.id} ${beat}` : "";
  const [news, setNews] = useState<News>({ key: "", text: "" });
  if (news.key === key || !showing) return news;
  const { step, number, count, fresh } = showing;
  const values = { number, count, fresh: fresh.length, title: step.title };
  const text = step.title ? tell("follow.stepNew", values) : tell("follow.stepUntitled", values);
  const next = { key, text };
  setNews(next);
  return next;
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

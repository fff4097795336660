import { useState } from "react";

/** What is said once, politely, to those who do not see it; `key` tells the same words said anew. */
export type News = Readonly<{ key: string; text: string }>;

/** What is said of a place as it comes, and not again when its cards change; null while there is no place. */
export function usePlaceNews(placeKey: string | null, textOf: () => string): News {
  const [news, setNews] = useState<News>({ key: "", text: "" });
  if (placeKey === null || news.key === placeKey) return news;
  const next = { key: placeKey, text: textOf() };
  setNews(next);
  return next;
}

import type { Source } from "#shared/model/index.ts";
import type { Translate } from "../../words/words.ts";

/** A title for every source; maps made elsewhere may have sources without one. */
export function sourceTitle(t: Translate, source: Pick<Source, "title" | "url">): string {
  return source.title || source.url || t("sources.untitled");
}

/** Who and when, as far as it is known. */
export function sourceOrigin(source: Pick<Source, "creator" | "date">): string {
  return [source.creator, source.date].filter(Boolean).join(", ");
}

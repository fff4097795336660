import type { Card } from "#shared/model/index.ts";
import type { OutlineRow } from "#shared/outline/index.ts";
import type { Translate } from "../../words/words.ts";

/** What a row is to the one above it, in a word or two; nothing at the top. */
export function relationWord({ relation, together }: OutlineRow, t: Translate): string {
  if (relation === "root") return "";
  return together === "more" ? t("outline.together") : t(`outline.relation.${relation}`);
}

/** A row read aloud: what it is to the one above, what kind of card, and what it says. */
export function rowName(row: OutlineRow, card: Card, t: Translate): string {
  const kind = t(`card.kind.${card.kind}`);
  const text = card.text || t("card.empty");
  const relation = relationWord(row, t);
  return relation ? t("outline.rowRelated", { relation, kind, text }) : t("outline.row", { kind, text });
}

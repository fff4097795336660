import { excerptOf, type PlainMap, recordsOf, viewOf } from "#shared/model/index.ts";
import type { ExportOptions } from "./export-options.ts";

/**
 * The part of a map that is to be exported: the cards chosen, those of the group, or those of the group among the cards
 * chosen, with what stands wholly among them. The map itself where nothing is chosen.
 */
export function partOf(map: PlainMap, { cards, group }: Pick<ExportOptions, "cards" | "group">): PlainMap {
  if (cards === null && group === null) return map;
  const chosen = cards === null ? undefined : new Set(cards);
  const ids = recordsOf(map, "card")
    .filter((card) => (chosen?.has(card.id) ?? true) && (group === null || card.group === group))
    .map(({ id }) => id);
  return excerptOf(viewOf(map), ids);
}

import { cardBox } from "#shared/diagram/index.ts";
import { layoutToFit, type Size } from "#shared/layout/index.ts";
import {
  type CardId,
  getAs,
  type MapRecord,
  type PlainMap,
  type RecordId,
  recordsOf,
  viewOf,
} from "#shared/model/index.ts";

/**
 * A part of a map without quotations, laid out to be read from afar in a box that is `aspect` times as wide as high.
 * O(part log part).
 */
export function laidOut(excerpt: PlainMap, aspect: number): PlainMap {
  const records = new Map<RecordId, MapRecord>();
  for (const [id, record] of excerpt.records)
    records.set(
      id,
      record.type === "card"
        ? { ...record, citations: record.citations.map((citation) => ({ ...citation, quote: "" })) }
        : record,
    );
  const map: PlainMap = { ...excerpt, records, positions: new Map() };
  const view = viewOf(map);
  const sizes = new Map<RecordId, Size>();
  for (const card of recordsOf(map, "card"))
    sizes.set(
      card.id,
      cardBox(card, (id) => getAs(view, "source", id)?.title),
    );
  const sizeOf = (id: CardId) => sizes.get(id) ?? { width: 0, height: 0 };
  return { ...map, positions: layoutToFit(map, sizeOf, aspect) };
}

import { boundsOf, cardBox } from "#shared/diagram/index.ts";
import { type LayoutOptions, layoutMap, type Size } from "#shared/layout/index.ts";
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
 * Ways to lay out a part of a map, of which the one in the largest type is taken. The stacks of `compact` are harder to
 * follow along straight lines, so it has to win clearly.
 */
function layouts(aspect: number): readonly Readonly<{ weight: number; options: Partial<LayoutOptions> }>[] {
  return [
    { weight: 1, options: { arrangement: "tree", direction: "right", leaves: "beside" } },
    { weight: 1, options: { arrangement: "tree", direction: "down", leaves: "beside" } },
    { weight: 0.7, options: { arrangement: "compact", aspect } },
  ];
}

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
  let best: PlainMap["positions"] = new Map();
  let most = 0;
  for (const { weight, options } of layouts(aspect)) {
    const positions = layoutMap(map, sizeOf, options);
    const bounds = boundsOf([...positions].map(([id, [x, y]]) => ({ x, y, ...sizeOf(id) })));
    if (!bounds) continue;
    const size = weight * Math.min(aspect / bounds.width, 1 / bounds.height);
    if (size <= most) continue;
    most = size;
    best = positions;
  }
  return { ...map, positions: best };
}

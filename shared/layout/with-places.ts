import { boundsOf, cardBox } from "#shared/diagram/index.ts";
import type { CardId, SourceId } from "#shared/model/ids.ts";
import { type PlainMap, recordsOf } from "#shared/model/plain-map.ts";
import type { Point } from "#shared/model/records.ts";
import type { Box } from "./free-place.ts";
import { layoutMap } from "./layout-map.ts";
import { defaultLayoutOptions, type Size } from "./layout-options.ts";

/**
 * The map with a place for every card: those that have none are laid out by their arguments, beside those that have,
 * and the whole stands to the right of `beside` where that is given. For maps that come from files; O(map).
 */
export function withPlaces(map: PlainMap, beside?: Box): PlainMap {
  const sizeOf = sizesOf(map);
  const missing = recordsOf(map, "card").filter(({ id }) => !map.positions.has(id));
  const positions = new Map(map.positions);
  if (missing.length > 0) {
    const placed = boundsOf(boxesOf(map.positions, sizeOf));
    const ids = new Set<CardId>(missing.map(({ id }) => id));
    // Cards with a place stay where they are, so only the others and what joins them are laid out.
    const records = new Map(
      [...map.records].filter(([id, { type }]) => type !== "card" || ids.has(id as CardId)),
    );
    const left = placed ? placed.x + placed.width + defaultLayoutOptions.gaps.section : 0;
    for (const [id, [x, y]] of layoutMap({ ...map, records }, sizeOf)) {
      positions.set(id, [x + left, y + (placed?.y ?? 0)]);
    }
  }
  return { ...map, positions: beside ? movedBeside(positions, sizeOf, beside) : positions };
}

/** The box around all cards of a map that have a place, or undefined where none has. O(map). */
export function mapBounds(map: PlainMap): Box | undefined {
  return boundsOf(boxesOf(map.positions, sizesOf(map)));
}

function movedBeside(
  positions: ReadonlyMap<CardId, Point>,
  sizeOf: (id: CardId) => Size,
  beside: Box,
): ReadonlyMap<CardId, Point> {
  const bounds = boundsOf(boxesOf(positions, sizeOf));
  if (!bounds) return positions;
  const dx = beside.x + beside.width + defaultLayoutOptions.gaps.section * 2 - bounds.x;
  const dy = beside.y - bounds.y;
  return new Map([...positions].map(([id, [x, y]]): readonly [CardId, Point] => [id, [x + dx, y + dy]]));
}

function sizesOf(map: PlainMap): (id: CardId) => Size {
  const titleOf = (id: SourceId): string | undefined => {
    const source = map.records.get(id);
    return source?.type === "source" ? source.title : undefined;
  };
  return (id) => {
    const card = map.records.get(id);
    return card?.type === "card" ? cardBox(card, titleOf) : { width: 0, height: 0 };
  };
}

function* boxesOf(positions: ReadonlyMap<CardId, Point>, sizeOf: (id: CardId) => Size): Iterable<Box> {
  for (const [id, [x, y]] of positions) yield { x, y, ...sizeOf(id) };
}

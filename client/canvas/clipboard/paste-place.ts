import { cardBox, type Rect } from "#shared/diagram/index.ts";
import { freePlace, layoutMap, mapBounds, withPlaces } from "#shared/layout/index.ts";
import type { Card, CardId, PlainMap, Point, SourceId } from "#shared/model/index.ts";

/** A step of the search is about a quarter of the block, so that a large one finds its place in as few tries. */
const stepsPerBlock = 4;
/** What `freePlace` goes by, in canvas pixels. */
const freeStepPx = 24;
const gapPx = 20;

type Occupied = (box: Rect) => boolean;

/** A map whose cards have places among themselves, as a block that can be put anywhere. */
export type Block = Readonly<{
  map: PlainMap;
  /** Around all its cards; null where it has none. */
  bounds: Rect | null;
  /** Where the card lies to which it speaks, if it was laid out beside one. */
  target: Point | null;
}>;

/** Gives every card a place. O(map): measures its texts. */
export function blockOf(map: PlainMap): Block {
  const placed = withPlaces(map);
  return { map: placed, bounds: mapBounds(placed) ?? null, target: null };
}

/** Lays the map out as what speaks to `target`. O(map): measures its texts. */
export function blockUnder(map: PlainMap, target: Card): Block {
  const records = new Map(map.records).set(target.id, target);
  const positions = new Map(
    layoutMap({ ...map, records }, sizesIn(records), { arrangement: "tree", direction: "right" }),
  );
  const at = positions.get(target.id) ?? [0, 0];
  positions.delete(target.id);
  const placed = { ...map, positions };
  return { map: placed, bounds: mapBounds(placed) ?? null, target: at };
}

/**
 * How far a block is to be moved to have its middle at `at`, or the card to which it speaks there; or where it is free
 * nearest to that. Texts are not looked at.
 */
export function moveTo({ bounds, target }: Omit<Block, "map">, [x, y]: Point, isOccupied: Occupied): Point {
  if (!bounds) return [0, 0];
  const near: Point = target
    ? [bounds.x + x - target[0], bounds.y + y - target[1]]
    : [x - bounds.width / 2, y - bounds.height / 2];
  const [freeX, freeY] = freeBlock(near, bounds, isOccupied);
  return [freeX - bounds.x, freeY - bounds.y];
}

export function movedBy(map: PlainMap, [dx, dy]: Point): PlainMap {
  const positions = new Map<CardId, Point>();
  for (const [id, [x, y]] of map.positions) positions.set(id, [Math.round(x + dx), Math.round(y + dy)]);
  return { ...map, positions };
}

export function boundsMovedBy(bounds: Rect | null, [dx, dy]: Point): Rect | null {
  return bounds && { ...bounds, x: bounds.x + dx, y: bounds.y + dy };
}

function freeBlock([x, y]: Point, { width, height }: Rect, isOccupied: Occupied): Point {
  const scale = Math.max(1, Math.min(width, height) / stepsPerBlock / freeStepPx);
  const [freeX, freeY] = freePlace(
    [x / scale, y / scale],
    { width: width / scale, height: height / scale },
    (box) =>
      isOccupied({
        x: box.x * scale,
        y: box.y * scale,
        width: box.width * scale,
        height: box.height * scale,
      }),
    gapPx / scale,
  );
  return [freeX * scale, freeY * scale];
}

function sizesIn(records: PlainMap["records"]) {
  const titleOf = (id: SourceId): string | undefined => {
    const source = records.get(id);
    return source?.type === "source" ? source.title : undefined;
  };
  return (id: CardId) => {
    const card = records.get(id);
    return card?.type === "card" ? cardBox(card, titleOf) : { width: 0, height: 0 };
  };
}

import { cardBox, type Rect } from "#shared/diagram/index.ts";
import { freePlace, layoutMap, mapBounds, withPlaces } from "#shared/layout/index.ts";
import type { Card, CardId, PlainMap, Point, SourceId } from "#shared/model/index.ts";

/** A step of the search is about a quarter of the block, so that a large one finds its place in as few tries. */
const stepsPerBlock = 4;
/** What `freePlace` goes by, in canvas pixels. */
const freeStepPx = 24;
const gapPx = 20;

type Occupied = (box: Rect) => boolean;

/** The map moved as one block: its middle to `middle`, or to the nearest place that is free. */
export function placedAround(map: PlainMap, [x, y]: Point, isOccupied: Occupied): PlainMap {
  const placed = withPlaces(map);
  const bounds = mapBounds(placed);
  if (!bounds) return placed;
  const near: Point = [x - bounds.width / 2, y - bounds.height / 2];
  return moved(placed, bounds, freeBlock(near, bounds, isOccupied));
}

/** The map laid out as what speaks to `target`, to its right, where that is free. */
export function placedUnder(map: PlainMap, target: Card, at: Point, isOccupied: Occupied): PlainMap {
  const records = new Map(map.records).set(target.id, target);
  const positions = new Map(
    layoutMap({ ...map, records }, sizesIn(records), { arrangement: "tree", direction: "right" }),
  );
  const [fromX, fromY] = positions.get(target.id) ?? [0, 0];
  positions.delete(target.id);
  const placed = { ...map, positions };
  const bounds = mapBounds(placed);
  if (!bounds) return placed;
  const near: Point = [bounds.x + at[0] - fromX, bounds.y + at[1] - fromY];
  return moved(placed, bounds, freeBlock(near, bounds, isOccupied));
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

function moved(map: PlainMap, from: Rect, [x, y]: Point): PlainMap {
  const [dx, dy] = [x - from.x, y - from.y];
  const positions = new Map<CardId, Point>();
  for (const [id, at] of map.positions) positions.set(id, [Math.round(at[0] + dx), Math.round(at[1] + dy)]);
  return { ...map, positions };
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

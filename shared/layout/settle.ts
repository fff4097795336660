import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import { arrange } from "./arrange.ts";
import type { Branch, Forest } from "./forest.ts";
import type { Box } from "./free-place.ts";
import type { LayoutMap, Places } from "./layout-map-type.ts";
import type { LayoutOptions, SizeOf } from "./layout-options.ts";
import { makeRoom, wayClear } from "./make-room.ts";
import { Obstacles } from "./obstacles.ts";
import { pinnedIn, tearOut } from "./pins.ts";
import type { LayoutScope } from "./scope.ts";
import { commonShift, shifted } from "./shift.ts";
import { tidyTree } from "./tidy-tree.ts";

/** Puts cards that are laid out among themselves onto the canvas: at their anchor, round what is pinned or not theirs. */
export function settle(
  forest: Forest,
  raw: Places,
  map: LayoutMap,
  sizeOf: SizeOf,
  options: LayoutOptions,
  scope: LayoutScope,
): ReadonlyMap<CardId, Point> {
  const pins = pinnedIn(raw, map);
  const others = scope.type === "map" ? [] : boxesOf(placesBeside(raw, map), sizeOf);
  if (pins.size > 0) return aroundPins(forest, raw, pins, others, sizeOf, options);
  const places = shifted(raw, anchorShift(raw, map, scope));
  if (others.length === 0) return places;
  return shifted(places, wayClear(boxesOf(places, sizeOf), new Obstacles(others), options.gaps.linked));
}

function anchorShift(raw: Places, map: LayoutMap, scope: LayoutScope): Point {
  switch (scope.type) {
    case "map":
      return commonShift(raw, map.positions);
    case "subtree": {
      const [from, to] = [raw.get(scope.root), map.positions.get(scope.root)];
      return from && to
        ? [Math.round(to[0] - from[0]), Math.round(to[1] - from[1])]
        : commonShift(raw, map.positions);
    }
    case "cards":
      return cornerShift(raw, map.positions);
  }
}

/** Takes the top left corner of what is laid out to where it was. */
function cornerShift(raw: Places, before: Places): Point {
  const least = (places: Places, axis: 0 | 1): number => {
    let found = Number.POSITIVE_INFINITY;
    for (const id of raw.keys()) found = Math.min(found, places.get(id)?.[axis] ?? found);
    return found;
  };
  const shift = ([0, 1] as const).map((axis) => Math.round(least(before, axis) - least(raw, axis)));
  return [Number.isFinite(shift[0]) ? (shift[0] ?? 0) : 0, Number.isFinite(shift[1]) ? (shift[1] ?? 0) : 0];
}

/**
 * The whole is moved to where most pinned cards have their due place. A card that is pinned elsewhere takes what hangs
 * on it along; the others flow round.
 */
function aroundPins(
  forest: Forest,
  raw: Places,
  pins: Places,
  others: readonly Box[],
  sizeOf: SizeOf,
  options: LayoutOptions,
): ReadonlyMap<CardId, Point> {
  const shift = commonShift(raw, pins);
  const astray = new Set([...pins].filter(([id, at]) => !isAt(raw.get(id), shift, at)).map(([id]) => id));
  const { linked } = options.gaps;
  const taken = new Obstacles([...others, ...boxesOf(pins, sizeOf)]);
  const places = new Map<CardId, Point>();
  let flow = shifted(raw, shift);
  if (astray.size > 0) {
    const { rest, torn } = tearOut(forest, astray);
    // Where columns ended says nothing now, and would make the outcome depend on the one before.
    const anew = arrange(rest, sizeOf, options, new Map());
    flow = shifted(anew, commonShift(anew, pins));
    for (const branch of torn) {
      const own = withoutPins(besidePin(branch, pins, sizeOf, options), pins);
      const clear = shifted(own, wayClear(boxesOf(own, sizeOf), taken, linked));
      for (const [id, at] of clear) places.set(id, at);
      for (const box of boxesOf(clear, sizeOf)) taken.add(box);
    }
  } else if (others.length === 0) {
    return new Map([...flow, ...pins]);
  }
  const isSideways = options.arrangement === "tree" && options.direction !== "right";
  for (const [id, at] of makeRoom(withoutPins(flow, pins), taken, sizeOf, linked, isSideways))
    places.set(id, at);
  return new Map([...places, ...pins]);
}

/** A branch laid out so that its pinned card is where it is pinned. */
function besidePin(branch: Branch, pins: Places, sizeOf: SizeOf, options: LayoutOptions): Places {
  const direction = options.arrangement === "tree" ? options.direction : "right";
  const own = new Map(
    tidyTree(branch, Number.POSITIVE_INFINITY, sizeOf, { ...options, direction }).placed.cards,
  );
  const pin = branch.cards.find(({ id }) => pins.has(id));
  const [from, to] = pin ? [own.get(pin.id), pins.get(pin.id)] : [];
  return from && to ? shifted(own, [Math.round(to[0] - from[0]), Math.round(to[1] - from[1])]) : own;
}

function isAt(raw: Point | undefined, [dx, dy]: Point, [x, y]: Point): boolean {
  return raw !== undefined && Math.abs(raw[0] + dx - x) < 1 && Math.abs(raw[1] + dy - y) < 1;
}

function withoutPins(places: Places, pins: Places): Places {
  return new Map([...places].filter(([id]) => !pins.has(id)));
}

/** Where the cards lie that are not laid out. */
function placesBeside(raw: Places, map: LayoutMap): Places {
  return new Map([...map.positions].filter(([id]) => !raw.has(id) && map.records.has(id)));
}

function boxesOf(places: Places, sizeOf: SizeOf): readonly Box[] {
  return [...places].map(([id, [x, y]]) => ({ x, y, ...sizeOf(id) }));
}

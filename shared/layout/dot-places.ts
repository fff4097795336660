import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import type { LayoutCard } from "./layout-map-type.ts";
import type { SizeOf } from "./layout-options.ts";

/** Graphviz's dot: a graph in the DOT language to the value of its JSON output (`-Tjson0`). */
export type DotEngine = (dot: string) => unknown;

/**
 * The places of cards that were named c0, c1, … in order, from the engine's answer; or undefined where one is missing.
 * Graphviz tells the middles of nodes, y upwards.
 */
export function placesFromDot(
  answer: unknown,
  cards: readonly LayoutCard[],
  sizeOf: SizeOf,
): ReadonlyMap<CardId, Point> | undefined {
  const middles = new Map<string, Point>();
  for (const object of listIn(answer, "objects")) {
    const [name, pos] = [fieldOf(object, "name"), fieldOf(object, "pos")];
    if (typeof name !== "string" || typeof pos !== "string") continue;
    const [x, y] = pos.split(",").map(Number);
    if (x !== undefined && y !== undefined && Number.isFinite(x + y)) middles.set(name, [x, y]);
  }
  const places = new Map<CardId, Point>();
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [i, { id }] of cards.entries()) {
    const middle = middles.get(`c${i}`);
    if (!middle) return undefined;
    const { width, height } = sizeOf(id);
    const at: Point = [Math.round(middle[0] - width / 2), Math.round(-middle[1] - height / 2)];
    [left, top] = [Math.min(left, at[0]), Math.min(top, at[1])];
    places.set(id, at);
  }
  return new Map([...places].map(([id, [x, y]]): readonly [CardId, Point] => [id, [x - left, y - top]]));
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? list : [];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

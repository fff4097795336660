import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/**
 * A place in an order that peers extend at once without renumbering: strings that sort by code unit, with room
 * between any two. Two peers may pick the same key; whoever sorts breaks the tie by id.
 */
export type OrderKey = string;

/**
 * A key after `before` and ahead of `after`; `null` stands for either end. Where peers have left no room between the
 * two, having picked the same key, it comes after both.
 */
export function orderKeyBetween(before: OrderKey | null, after: OrderKey | null): OrderKey {
  const hasRoom = before === null || after === null || before < after;
  return generateKeyBetween(before, hasRoom ? after : null);
}

/** `count` keys in rising order. */
export function orderKeys(count: number): readonly OrderKey[] {
  return generateNKeysBetween(null, null, count);
}

/** Whether `value` is a key that the generator accepts as a neighbour; peers may have written anything. */
export function isOrderKey(value: unknown): value is OrderKey {
  // The library looks at the length and the first character only.
  if (typeof value !== "string" || value.length > 256 || !/^[0-9A-Za-z]+$/.test(value)) return false;
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    return false; // the library's only way of saying no
  }
}

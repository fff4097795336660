import type { Rect } from "../rect.ts";

const sizePx = 20;
const rightPx = 10;

/** The sign on the upper edge of a card: that it is taken for granted. */
export function grantedBox({ x, y, width }: Rect): Rect {
  return { x: x + width - rightPx - sizePx, y: y - sizePx / 2, width: sizePx, height: sizePx };
}

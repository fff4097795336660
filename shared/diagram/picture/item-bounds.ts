import { boundsOf, type Rect } from "../rect.ts";
import type { PictureItem } from "./picture.ts";

/** The box around everything that is drawn, lines with their width, or undefined where nothing is. */
export function itemBounds(items: readonly PictureItem[]): Rect | undefined {
  return boundsOf(boxesIn(items));
}

function* boxesIn(items: readonly PictureItem[]): Iterable<Rect> {
  for (const item of items) {
    switch (item.type) {
      case "group":
      case "link":
        yield* boxesIn(item.items);
        break;
      case "rect":
        yield around(item.x, item.y, item.paint.strokeWidth / 2, item.width, item.height);
        break;
      case "path":
        // A curve stays within the box of its points, those it only bends to included.
        for (const [, ...numbers] of item.segments)
          for (let i = 0; i + 1 < numbers.length; i += 2)
            yield around(numbers[i] ?? 0, numbers[i + 1] ?? 0, item.paint.strokeWidth / 2);
        break;
      case "text":
        for (const { y, width } of item.lines) {
          const left = item.align === "left" ? 0 : item.align === "center" ? width / 2 : width;
          yield { x: item.x - left, y: y - item.sizePx, width, height: item.sizePx * 1.3 };
        }
    }
  }
}

function around(x: number, y: number, by: number, width = 0, height = 0): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

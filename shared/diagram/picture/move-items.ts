import type { PathSegment, PictureItem } from "./picture.ts";

/** The same items elsewhere. */
export function moveItems(items: readonly PictureItem[], dx: number, dy: number): readonly PictureItem[] {
  return items.map((item) => moveItem(item, dx, dy));
}

function moveItem(item: PictureItem, dx: number, dy: number): PictureItem {
  switch (item.type) {
    case "group":
    case "link":
      return { ...item, items: moveItems(item.items, dx, dy) };
    case "rect":
      return { ...item, x: item.x + dx, y: item.y + dy };
    case "path":
      return { ...item, segments: item.segments.map((segment) => moveSegment(segment, dx, dy)) };
    case "text":
      return { ...item, x: item.x + dx, lines: item.lines.map((line) => ({ ...line, y: line.y + dy })) };
  }
}

function moveSegment(segment: PathSegment, dx: number, dy: number): PathSegment {
  switch (segment[0]) {
    case "M":
    case "L":
      return [segment[0], segment[1] + dx, segment[2] + dy];
    case "C":
      return [
        "C",
        segment[1] + dx,
        segment[2] + dy,
        segment[3] + dx,
        segment[4] + dy,
        segment[5] + dx,
        segment[6] + dy,
      ];
    case "Z":
      return segment;
  }
}

import type { Rect } from "#shared/diagram/index.ts";

/** What the bars cover at the edges of the screen, in screen pixels, and a little air. */
const inset = { top: 76, right: 28, bottom: 84, left: 28 } as const;

/** Far enough out for ten thousand cards; the overview is drawn there. */
export const minZoom = 0.01;

/**
 * From `readable` up the text of a card can be read; below `far` the card shows its title large in its place, below
 * `veryFar` larger still.
 */
export const zooms = { readable: 0.6, far: 0.42, veryFar: 0.29 } as const;

/** Where the canvas's origin lies in the window, in screen pixels, and how large things appear. */
export type View = Readonly<{ x: number; y: number; zoom: number }>;
/** The size of the window in screen pixels. */
export type Screen = Readonly<{ width: number; height: number }>;

/** The view that shows the whole rectangle clear of the bars, never larger than life. */
export function viewOfAll(bounds: Rect, screen: Screen): View {
  const room = roomIn(screen);
  const zoom = Math.max(minZoom, Math.min(1, room.width / bounds.width, room.height / bounds.height));
  return {
    x: room.x + (room.width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: room.y + (room.height - bounds.height * zoom) / 2 - bounds.y * zoom,
    zoom,
  };
}

/**
 * Where to begin: the whole map where it can be read so, else its top left corner, where the main question stands, at
 * a size that can be read.
 */
export function firstView(bounds: Rect, screen: Screen): View {
  const all = viewOfAll(bounds, screen);
  if (all.zoom >= zooms.readable) return all;
  const room = roomIn(screen);
  return {
    x: room.x - bounds.x * zooms.readable,
    y: room.y - bounds.y * zooms.readable,
    zoom: zooms.readable,
  };
}

/** The view of a map without cards: its origin in the middle. */
export function emptyView({ width, height }: Screen): View {
  return { x: width / 2, y: height / 3, zoom: 1 };
}

function roomIn({ width, height }: Screen): Rect {
  return {
    x: inset.left,
    y: inset.top,
    width: Math.max(1, width - inset.left - inset.right),
    height: Math.max(1, height - inset.top - inset.bottom),
  };
}

/** The rectangle in the middle of the screen, at a size that can be read where nothing else is said. */
export function viewOn(rect: Rect, { width, height }: Screen, zoom: number = zooms.readable): View {
  return {
    x: width / 2 - (rect.x + rect.width / 2) * zoom,
    y: height / 2 - (rect.y + rect.height / 2) * zoom,
    zoom,
  };
}

/** The view moved by as little as brings the rectangle clear of the bars; the same view where it is so already. */
export function viewWith(rect: Rect, view: View, screen: Screen): View {
  const room = roomIn(screen);
  const left = rect.x * view.zoom + view.x;
  const top = rect.y * view.zoom + view.y;
  const dx = shiftInto(left, left + rect.width * view.zoom, room.x, room.x + room.width);
  const dy = shiftInto(top, top + rect.height * view.zoom, room.y, room.y + room.height);
  return dx === 0 && dy === 0 ? view : { x: view.x + dx, y: view.y + dy, zoom: view.zoom };
}

/** What is longer than the room begins with it. */
function shiftInto(start: number, end: number, from: number, to: number): number {
  if (start < from || end - start > to - from) return from - start;
  return end > to ? to - end : 0;
}

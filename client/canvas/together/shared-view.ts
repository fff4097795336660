import type { PresentView } from "#shared/protocol/presence.ts";
import { minZoom, type Screen, type View } from "../view/frame-view.ts";

/** What one sees, as the others are told. */
export function presentViewOf({ x, y, zoom }: View, { width, height }: Screen): PresentView {
  return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom, zoom, width, height };
}

/**
 * The view that shows all that another sees, its middle in ours. On a larger window things appear as large as to them,
 * with more around; on a smaller one so much smaller that all of it fits.
 */
export function viewToShare(seen: PresentView, { width, height }: Screen): View {
  const part = Math.min(1, width / seen.width, height / seen.height);
  const zoom = Math.max(minZoom, seen.zoom * part);
  return { x: width / 2 - seen.x * zoom, y: height / 2 - seen.y * zoom, zoom };
}

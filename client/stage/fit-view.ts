import { cardBox, type Rect } from "#shared/diagram/index.ts";
import { type CardId, getAs, type MapView } from "#shared/model/index.ts";
import { type Arrangement, cameraRect, type StageCamera, safeShare } from "#shared/presenting/index.ts";
import { minZoom, type Screen, type View } from "../canvas/view/frame-view.ts";

/** The stretch of canvas that a camera holds; cards count where they lie, whether or not they are in view yet. */
export function boundsOfCamera(
  view: MapView,
  camera: StageCamera,
  { places }: Arrangement,
  all: () => Rect | undefined,
): Rect | undefined {
  return cameraRect(camera, (id) => rectOf(view, id, places), all);
}

function rectOf(view: MapView, id: CardId, places: Arrangement["places"]): Rect | undefined {
  const card = getAs(view, "card", id);
  if (!card) return undefined;
  const [x, y] = places?.get(id) ?? view.position(id) ?? [0, 0];
  const { width, height } = cardBox(card, (source) => getAs(view, "source", source)?.title);
  return { x, y, width, height };
}

/** Of what is free above and below a picture, the part above it in a room: what hangs on the lowest cards, and the bar, take more. */
const roomAbove = 0.3;

/**
 * The view that holds the rectangle within the safe part of the screen, no nearer than `mostZoom`; in a room a little
 * higher, clear of the bar.
 */
export function fitView(bounds: Rect, { width, height }: Screen, mostZoom: number, isForRoom: boolean): View {
  const room = 1 - 2 * safeShare;
  const fits = Math.min(
    (width * room) / Math.max(1, bounds.width),
    (height * room) / Math.max(1, bounds.height),
  );
  const zoom = Math.max(minZoom, Math.min(mostZoom, fits));
  const lift = isForRoom ? (0.5 - roomAbove) * 2 * safeShare * height : 0;
  return {
    x: width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: height / 2 - lift - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  };
}

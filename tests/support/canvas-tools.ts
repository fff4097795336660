import { CanvasActions } from "../../client/canvas/canvas-actions.ts";
import type { CanvasTools } from "../../client/canvas/canvas-context.tsx";
import { LinkGesture } from "../../client/canvas/gestures/link-gesture.ts";
import { CanvasScene } from "../../client/canvas/scene/canvas-scene.ts";
import { CardSearch } from "../../client/canvas/search/card-search.ts";
import { Following } from "../../client/canvas/together/following.ts";
import type { View } from "../../client/canvas/view/frame-view.ts";
import { deskLevels } from "../../client/canvas/view/levels.ts";
import type { MapView } from "../../client/canvas/view/map-view.ts";
import { Visibility } from "../../client/canvas/visibility/visibility.ts";
import type { OpenSession } from "../../client/session/open-session.ts";
import { createMapUiStore } from "../../client/state/map-ui-store.ts";
import { createI18n, english, translatorOf } from "../../client/words/words.ts";

/** A window of 1280 x 800 that looks where it is told, at once. */
export function createStillView(): MapView {
  let view: View = { x: 0, y: 0, zoom: 1 };
  const listeners = new Set<() => void>();
  const screen = { width: 1_280, height: 800 };
  const moveTo = (next: View): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  return {
    levels: deskLevels,
    get: () => view,
    screen: () => screen,
    seen: () => ({
      x: -view.x / view.zoom,
      y: -view.y / view.zoom,
      width: screen.width / view.zoom,
      height: screen.height / view.zoom,
    }),
    toCanvas: (clientX, clientY) => [(clientX - view.x) / view.zoom, (clientY - view.y) / view.zoom],
    moveTo,
    zoomBy: (factor) => moveTo({ ...view, zoom: view.zoom * factor }),
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeFocus: () => undefined,
  };
}

/** All that stands behind the canvas, around a session of the test; `told` gathers what the person is told. */
export function createCanvasTools(session: OpenSession): CanvasTools & Readonly<{ told: readonly string[] }> {
  const scene = new CanvasScene(session.records);
  const ui = createMapUiStore();
  const visibility = new Visibility(session.records, scene, ui);
  const view = createStillView();
  const told: string[] = [];
  const tell = (text: string): void => {
    told.push(text);
  };
  return {
    session,
    scene,
    visibility,
    search: new CardSearch(session.records),
    actions: new CanvasActions(
      session,
      scene,
      ui,
      (fault) => tell(fault.code),
      (cards) => visibility.revealAdded(cards),
    ),
    linkGesture: new LinkGesture(),
    ui,
    view,
    following: new Following(session.presence, view),
    openDialog: (dialog) => tell(`dialog ${dialog}`),
    onDrawn: () => undefined,
    layer: "none",
    showLayer: (layer) => tell(`layer ${layer}`),
    tell,
    t: translatorOf(createI18n(english)),
    told,
  };
}

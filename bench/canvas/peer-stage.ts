/** A peer's page, which offers its scene and its view as `window.bench`; motions reach it as input, as they reach ours. */
import type { Browser } from "@playwright/test";
import type { PeerName } from "./options.ts";
import { openPage, type Stage, type View, type Zoom } from "./stage.ts";

/** What a peer's page puts on `window`. */
type PeerBench = Readonly<{
  /** Shows the middle of the scene at a zoom, or all of it. */
  setView: (zoom: Zoom) => void;
  view: () => View;
  placeOf: (id: string) => Readonly<{ x: number; y: number }> | undefined;
  /** Moves and rewrites cards through the program's own store, in turn. */
  startEdits: (near: readonly string[], perSecond: number) => void;
  stopEdits: () => void;
}>;

declare global {
  var bench: PeerBench;
}

/** `deltaY` of wheel events, 60 of which zoom out from 1 to 0.1, by each program's own rule for ctrl and wheel. */
const zoomDeltaOf: Readonly<Record<PeerName, number>> = {
  "empty-react-flow": 27.7,
  "plain-react-flow": 27.7,
  // Takes a hundredth of the delta off the zoom, but not for every event where several come between two frames of its
  // own; 0.1 is the least it has, so more than enough does no harm.
  excalidraw: 3,
  // Takes a hundredth of the delta off, relative to the zoom.
  tldraw: 3.8,
};

export async function openPeer(browser: Browser, app: PeerName, url: string, size: number): Promise<Stage> {
  const opened = await openPage(browser, url, app !== "empty-react-flow");
  const { page } = opened;
  return {
    ...opened,
    app,
    size,
    zoomDelta: zoomDeltaOf[app],
    setView: (zoom) => page.evaluate((wanted) => bench.setView(wanted), zoom),
    view: () => page.evaluate(() => bench.view()),
    placeOf: (id) => page.evaluate((wanted) => bench.placeOf(wanted), id),
    startEdits: (near, perSecond) =>
      page.evaluate(([ids, rate]) => bench.startEdits(ids, rate), [near, perSecond] as const),
    stopEdits: () => page.evaluate(() => bench.stopEdits()),
  };
}

import type { ReactFlowInstance, useStoreApi } from "@xyflow/react";
import type { Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import type { Screen, View } from "./frame-view.ts";
import { deskLevels, type Levels } from "./levels.ts";
import type { MapView } from "./map-view.ts";

type Flow = Pick<ReactFlowInstance, "setViewport">;
type FlowStore = ReturnType<typeof useStoreApi>;

/** The window onto the canvas that React Flow keeps. */
export class FlowMapView implements MapView {
  levels: Levels = deskLevels;
  readonly #flow: Flow;
  readonly #store: FlowStore;

  constructor(flow: Flow, store: FlowStore) {
    this.#flow = flow;
    this.#store = store;
  }

  get(): View {
    const [x, y, zoom] = this.#store.getState().transform;
    return { x, y, zoom };
  }

  screen(): Screen {
    const { width, height } = this.#store.getState();
    return { width, height };
  }

  seen(): Rect {
    const { x, y, zoom } = this.get();
    const { width, height } = this.screen();
    return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  }

  toCanvas(clientX: number, clientY: number): Point {
    const bounds = this.#store.getState().domNode?.getBoundingClientRect();
    const { x, y, zoom } = this.get();
    return [(clientX - (bounds?.left ?? 0) - x) / zoom, (clientY - (bounds?.top ?? 0) - y) / zoom];
  }

  moveTo(view: View, durationMs = 0): void {
    void this.#flow.setViewport(view, { duration: durationMs });
  }

  zoomBy(factor: number, durationMs = 0): void {
    const { x, y, zoom } = this.get();
    const { width, height } = this.screen();
    const { minZoom, maxZoom } = this.#store.getState();
    const next = Math.min(maxZoom, Math.max(minZoom, zoom * factor));
    // What is in the middle of the window stays there.
    const part = next / zoom;
    const [middleX, middleY] = [width / 2, height / 2];
    this.moveTo(
      { x: middleX - (middleX - x) * part, y: middleY - (middleY - y) * part, zoom: next },
      durationMs,
    );
  }

  onMove(listener: () => void): () => void {
    return this.#store.subscribe((now, before) => {
      const isSame =
        now.transform === before.transform && now.width === before.width && now.height === before.height;
      if (!isSame) listener();
    });
  }

  takeFocus(): void {
    // A page within somebody else's does not take the keyboard away from that.
    if (window.top !== window && !document.hasFocus()) return;
    this.#store.getState().domNode?.focus({ preventScroll: true });
  }
}

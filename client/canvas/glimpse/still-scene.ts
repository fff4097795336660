import { type PlainMap, viewOf } from "#shared/model/index.ts";
import { CanvasScene } from "../scene/canvas-scene.ts";

/** Where everything lies on a map that nobody changes. O(map). */
export function stillScene(map: PlainMap): CanvasScene {
  const doc = { ...viewOf(map), records: map.records };
  return new CanvasScene({ doc, subscribeAll: () => () => undefined });
}

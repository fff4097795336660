import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from "react";
import type { CardBox } from "#shared/diagram/index.ts";
import { assert } from "#shared/lib/assert.ts";
import type { CardId } from "#shared/model/index.ts";
import type { CanvasActions } from "./canvas-actions.ts";
import type { LinkGesture } from "./gestures/link-gesture.ts";
import type { CanvasScene, PlacedLink } from "./scene/canvas-scene.ts";

/** What stands behind the canvas: where things lie, what can be done, the link being drawn. */
export type CanvasTools = Readonly<{ scene: CanvasScene; actions: CanvasActions; linkGesture: LinkGesture }>;

const CanvasContext = createContext<CanvasTools | null>(null);

export function CanvasProvider({ tools, children }: Readonly<{ tools: CanvasTools; children: ReactNode }>) {
  return <CanvasContext value={tools}>{children}</CanvasContext>;
}

export function useCanvas(): CanvasTools {
  const tools = useContext(CanvasContext);
  assert(tools, "this component stands inside a CanvasProvider");
  return tools;
}

/** How a card is laid out inside, anew only when that changes. */
export function useCardBox(id: CardId): CardBox | undefined {
  const { scene } = useCanvas();
  const subscribe = useCallback((listener: () => void) => scene.subscribe(id, listener), [scene, id]);
  return useSyncExternalStore(subscribe, () => scene.boxOf(id));
}

/** A line where it lies, anew when it moves or changes. */
export function useLink(key: string): PlacedLink | undefined {
  const { scene } = useCanvas();
  const subscribe = useCallback((listener: () => void) => scene.subscribe(key, listener), [scene, key]);
  return useSyncExternalStore(subscribe, () => scene.linkOf(key));
}

import type { Viewport } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Rect } from "#shared/diagram/index.ts";
import { useMapUi } from "../state/map-ui-context.tsx";
import { type CanvasNode, Projection } from "./projection.ts";
import type { CanvasScene, InView } from "./scene/canvas-scene.ts";

/** How far beyond the screen things are kept ready, in screen pixels, so that a pan does not show bare canvas. */
const marginPx = 320;
/** More elements than this make every frame late; beyond it the overview is drawn instead. */
const maxMounted = 900;
const nothing: InView = { cards: [], links: [] };

/**
 * What React Flow is given: only what is near the screen. Looks anew when the view has moved past the margin, when
 * something was placed, or when the selection changed.
 */
export function useNodesInView(scene: CanvasScene): Readonly<{
  nodes: readonly CanvasNode[];
  links: readonly string[];
  /** More is in view than can be mounted: nothing is, and the overview stands in. */
  isOverview: boolean;
  /** Tells where the screen is now. */
  look: (viewport: Viewport, width: number, height: number) => void;
}> {
  const selection = useMapUi((state) => state.selection);
  const projection = useMemo(() => new Projection(), []);
  const ready = useRef<Rect>({ x: 0, y: 0, width: 0, height: 0 });
  const [inView, setInView] = useState<InView>(nothing);
  const [placed, setPlaced] = useState(0);

  const refresh = useCallback(() => {
    const found = scene.inView(ready.current);
    setInView((known) =>
      sameIds(known.cards, found.cards) && sameIds(known.links, found.links) ? known : found,
    );
    setPlaced((count) => count + 1);
  }, [scene]);

  useEffect(() => scene.subscribeAny(refresh), [scene, refresh]);

  const look = useCallback(
    ({ x, y, zoom }: Viewport, width: number, height: number) => {
      const screen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      if (contains(ready.current, screen) && ready.current.width < 4 * screen.width) return;
      const margin = marginPx / zoom;
      ready.current = {
        x: screen.x - margin,
        y: screen.y - margin,
        width: screen.width + 2 * margin,
        height: screen.height + 2 * margin,
      };
      refresh();
    },
    [refresh],
  );

  const isOverview = inView.cards.length + inView.links.length > maxMounted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `placed` counts the times that places changed in the scene
  const nodes = useMemo(
    () => projection.project(isOverview ? nothing : inView, scene, selection),
    [projection, inView, isOverview, scene, selection, placed],
  );
  return { nodes, links: isOverview ? nothing.links : inView.links, isOverview, look };
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

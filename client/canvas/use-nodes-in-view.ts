import type { Viewport } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Rect } from "#shared/diagram/index.ts";
import { useMapUiStore } from "../state/map-ui-context.tsx";
import { type CanvasNode, Projection } from "./projection.ts";
import type { CanvasScene, InView } from "./scene/canvas-scene.ts";

/** How far beyond the screen things are kept ready, in screen pixels, so that a pan does not show bare canvas. */
const marginPx = 320;
/** More elements than this make every frame late; beyond it the overview is drawn instead. */
const maxMounted = 900;
const nothing: InView = { cards: [], links: [] };

export type NodesInView = Readonly<{
  nodes: readonly CanvasNode[];
  links: readonly string[];
  /** More is in view than can be mounted: almost nothing is, and the overview stands in. */
  isOverview: boolean;
}>;

/**
 * What React Flow is given: only what is near the screen, and the card being written in wherever it is. Looks anew
 * when the view has moved past the margin, when something was placed, or when the selection changed; what comes out
 * the same renders nothing.
 */
export function useNodesInView(
  scene: CanvasScene,
): NodesInView & Readonly<{ look: (viewport: Viewport, width: number, height: number) => void }> {
  const ui = useMapUiStore();
  const projection = useMemo(() => new Projection(), []);
  const ready = useRef<Rect>({ x: 0, y: 0, width: 0, height: 0 });
  const [shown, setShown] = useState<NodesInView>({ nodes: [], links: [], isOverview: false });

  const refresh = useCallback(() => {
    const { selection, editing } = ui.getState();
    const found = scene.inView(ready.current);
    const isOverview = found.cards.length + found.links.length > maxMounted;
    const near = isOverview ? nothing : found;
    const cards = editing && !near.cards.includes(editing) ? [...near.cards, editing] : near.cards;
    const nodes = projection.project({ cards, links: near.links }, scene, selection);
    setShown((known) => {
      const links = sameIds(known.links, near.links) ? known.links : near.links;
      const isSame = known.nodes === nodes && known.links === links && known.isOverview === isOverview;
      return isSame ? known : { nodes, links, isOverview };
    });
  }, [scene, projection, ui]);

  useEffect(() => scene.subscribeAny(refresh), [scene, refresh]);
  useEffect(
    () =>
      ui.subscribe((now, before) => {
        if (now.selection !== before.selection || now.editing !== before.editing) refresh();
      }),
    [ui, refresh],
  );

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
  return { ...shown, look };
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

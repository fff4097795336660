import { type RefObject, useEffect, useLayoutEffect, useMemo } from "react";
import { useCanvas } from "./canvas-context.tsx";
import { HeldElements } from "./held-elements.ts";
import type { CanvasNode } from "./projection.ts";

/** Keeps the elements of what is in the hand under it: see `HeldElements`. */
export function useHeldElements(root: RefObject<Element | null>, nodes: readonly CanvasNode[]): void {
  const { scene } = useCanvas();
  const held = useMemo(() => {
    const elementOf = (key: string) =>
      root.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(key)}"]`) ?? null;
    return new HeldElements(scene, elementOf);
  }, [root, scene]);
  // Before the browser paints: the new place and the end of the way there are one picture.
  useLayoutEffect(() => held.committed(nodes), [held, nodes]);
  useEffect(() => scene.subscribeAny(() => held.follow()), [held, scene]);
}

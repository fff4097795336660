import { useCallback, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useCanvas } from "./canvas-context.tsx";
import { NodeWindow, type Shown } from "./node-window.ts";
import type { Motion } from "./view/motion.ts";

export type NodesInView = Shown &
  Readonly<{
    /** Makes what the pointer is over an element, at once, so that it takes the press that may follow. */
    pointAt: (key: string | null) => void;
    /** Whether a card or link is an element that can be read. */
    isElement: (key: string) => boolean;
  }>;

/** What React Flow is given: see `NodeWindow`. */
export function useNodesInView(motion: Motion): NodesInView {
  const { scene, ui, view } = useCanvas();
  const window_ = useMemo(() => new NodeWindow(scene, ui, view, motion), [scene, ui, view, motion]);
  const [shown, setShown] = useState<Shown>(() => window_.shown());
  useEffect(() => {
    const stop = window_.start(() => setShown(window_.shown()));
    setShown(window_.shown());
    return stop;
  }, [window_]);
  const pointAt = useMemo(
    () => (key: string | null) => {
      if (window_.isAt(key)) return;
      flushSync(() => window_.pointAt(key));
    },
    [window_],
  );
  const isElement = useCallback((key: string) => window_.isElement(key), [window_]);
  return { ...shown, pointAt, isElement };
}

import { useRef } from "react";
import { type CanvasTools, useCanvas } from "../canvas-context.tsx";

/** Gives the keyboard to the card or link it was at, or to the canvas where there is none. */
export function backToCanvas({ ui, view }: Pick<CanvasTools, "ui" | "view">): void {
  view.takeFocus();
  ui.getState().callBack();
}

/** For what opens beside the canvas: the way back to where the keyboard was when it opened. */
export function useWayBack(): () => void {
  const tools = useCanvas();
  const calledFrom = useRef(document.activeElement);
  return () => {
    const { current } = calledFrom;
    const isElsewhere = current !== document.body && !current?.closest('[role="application"]');
    // On the canvas one may have gone on to another card meanwhile.
    if (current instanceof HTMLElement && current.isConnected && isElsewhere) current.focus();
    else backToCanvas(tools);
  };
}

import { type RefObject, useEffect, useLayoutEffect } from "react";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { useCanvas } from "../canvas-context.tsx";

/**
 * Gives the keyboard to the card or link when it is called there, and says whether it is the canvas's stop of the Tab
 * key. Never takes it from a field, a dialog or a bar outside the canvas, nor from something inside the element.
 */
export function useKeyboardFocus(id: string, element: RefObject<HTMLElement | null>): boolean {
  const { view } = useCanvas();
  const calls = useMapUi((state) => (state.focused === id ? state.focusCalls : 0));
  useEffect(() => {
    const target = element.current;
    const active = document.activeElement;
    if (calls === 0 || !target || target.contains(active)) return;
    const isFree = !active || active === document.body || active.closest('[role="application"]') !== null;
    if (isFree) target.focus({ preventScroll: true });
  }, [calls, element]);
  useLayoutEffect(() => {
    const target = element.current;
    return () => {
      const active = document.activeElement;
      // Going, it leaves the keyboard to the canvas; but not in the middle of a text, whose letters mean no commands.
      if (target?.contains(active) && !(active instanceof HTMLTextAreaElement)) view.takeFocus();
    };
  }, [element, view]);
  return useMapUi((state) => state.focused === id);
}

import { type RefObject, useEffect, useRef } from "react";
import { useCanvas } from "./canvas-context.tsx";
import { bringIntoView } from "./view/bring-into-view.ts";
import { emptyView, firstView } from "./view/frame-view.ts";
import type { Levels } from "./view/levels.ts";
import type { Motion } from "./view/motion.ts";

/** What the canvas follows by itself: the first view, what style sheets and others are told, and what comes and goes. */
export function useCanvasWiring(
  root: RefObject<Element | null>,
  motion: Motion,
  leavesKeyboard: boolean,
): void {
  useFirstView(leavesKeyboard);
  useTellingStyles(root, motion);
  useFollowingMap();
}

/** As soon as there is a screen, the map is on it. */
function useFirstView(leavesKeyboard: boolean): void {
  const { view, scene } = useCanvas();
  const hasBegun = useRef(false);
  useEffect(() => {
    const begin = () => {
      const screen = view.screen();
      if (hasBegun.current || screen.width === 0) return;
      hasBegun.current = true;
      const bounds = scene.bounds();
      view.moveTo(bounds ? firstView(bounds, screen) : emptyView(screen));
      // Keys work from the beginning, unless something else has the keyboard already.
      if (!leavesKeyboard && document.activeElement === document.body) view.takeFocus();
    };
    begin();
    return view.onMove(begin);
  }, [view, scene, leavesKeyboard]);
}

/**
 * How cards that are elements look: `near` as they are; `small` only what one can press, over the drawn card; `far`
 * nothing but the ring of the keyboard.
 */
function distanceAt(zoom: number, { readable, far }: Levels): "near" | "small" | "far" {
  if (zoom >= readable) return "near";
  return zoom >= far ? "small" : "far";
}

function useTellingStyles(root: RefObject<Element | null>, motion: Motion): void {
  const { view } = useCanvas();
  useEffect(() => {
    // Straight to the page: what depends on it are style sheets only.
    const tell = () => {
      const distance = distanceAt(view.get().zoom, view.levels);
      // Writing the same again would have the styles of all that lies in it looked at.
      if (root.current?.getAttribute("data-distance") !== distance)
        root.current?.setAttribute("data-distance", distance);
      root.current?.toggleAttribute("data-moving", motion.isMoving);
    };
    tell();
    const stops = [motion.onMove(tell), motion.onRest(tell)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [root, view, motion]);
}

/** Others see what is selected, a card that is written in comes into view, and what is gone is let go of. */
function useFollowingMap(): void {
  const { session, scene, ui, view, tell, t } = useCanvas();
  useEffect(
    () =>
      ui.subscribe(
        (now, before) => now.selection !== before.selection && session.presence.select([...now.selection]),
      ),
    [ui, session],
  );
  useEffect(
    () =>
      ui.subscribe((now, before) => {
        if (now.editing && now.editing !== before.editing) bringIntoView(view, scene, now.editing, true);
      }),
    [ui, view, scene],
  );
  useEffect(
    () =>
      session.records.subscribeAll(({ removed }) => {
        const { editing, forget } = ui.getState();
        if (editing && removed.has(editing)) tell(t("canvas.cardGone"));
        if (removed.size > 0) forget(removed);
      }),
    [session, ui, tell, t],
  );
}

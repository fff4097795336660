import { useEffect } from "react";
import { useCanvas } from "../canvas-context.tsx";
import { presentViewOf } from "./shared-view.ts";

/** Tells the others what one sees, as long as this is on the page. */
export function useOwnView(): void {
  const { session, view } = useCanvas();
  useEffect(() => {
    const tell = () => {
      const screen = view.screen();
      if (screen.width > 0 && screen.height > 0) session.presence.look(presentViewOf(view.get(), screen));
    };
    tell();
    return view.onMove(tell);
  }, [session, view]);
}

import { useSyncExternalStore } from "react";

/** Whether the page meets a media query now. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Phones held upright: too narrow for two things side by side. */
export const narrowQuery = "(width < 600px)";

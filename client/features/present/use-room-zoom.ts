import { useEffect } from "react";

/** The smallest type of panels and dialogs, in pixels, and of the height of the screen the smallest that is legible. */
const smallestPx = 12;
const legible = 1 / 50;

/** Tells style sheets how much larger than at a desk all things have to be that a whole room sees. */
export function useRoomZoom(): void {
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    const measure = () => {
      const zoom = Math.max(1, (window.innerHeight * legible) / smallestPx);
      style.setProperty("--room-zoom", zoom.toFixed(2));
    };
    measure();
    dataset["room"] = "true";
    window.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("resize", measure);
      delete dataset["room"];
      style.removeProperty("--room-zoom");
    };
  }, []);
}

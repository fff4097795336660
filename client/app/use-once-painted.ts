import { useEffect, useState } from "react";

/** False until what is rendered now has been on the screen for a frame; by then what was waited for can be seen. */
export function useOncePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}

import { useEffect, useState } from "react";

/** The bar goes after this time without pointer or Tab key. */
const quietMs = 3_000;

/** Whether nobody has moved the pointer or gone from button to button for a while. */
export function useBarHiding(): boolean {
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    const wake = () => {
      setQuiet(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setQuiet(true), quietMs);
    };
    const wakeOnTab = (event: KeyboardEvent) => {
      if (event.key === "Tab") wake();
    };
    wake();
    window.addEventListener("pointermove", wake);
    window.addEventListener("pointerdown", wake);
    window.addEventListener("keydown", wakeOnTab);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("pointermove", wake);
      window.removeEventListener("pointerdown", wake);
      window.removeEventListener("keydown", wakeOnTab);
    };
  }, []);
  return isQuiet;
}

import { useEffect, useEffectEvent, useState } from "react";
import { digitOf, type StageKeyId, stageKeyOf, takesKey, useLetterKeys } from "../../stage/index.ts";

/** A number that was begun is forgotten after this time, in milliseconds. */
const digitsMs = 3_000;
/** No presentation has more steps than this has digits. */
const mostDigits = 4;

/**
 * Hands in what keys ask for, wherever on the page the keyboard is, but where something takes them itself; before the
 * canvas, which would take arrows. Returns the digits of the number that is being typed.
 */
export function useTalkKeys(run: (id: StageKeyId) => boolean, goToNumber: (number: number) => void): string {
  const [hasLetters] = useLetterKeys();
  const [digits, setDigits] = useState("");
  useEffect(() => {
    if (digits === "") return;
    const timer = window.setTimeout(() => setDigits(""), digitsMs);
    return () => window.clearTimeout(timer);
  }, [digits]);

  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (takesKey(event.target, event.key) && event.key !== "F5") return;
    const digit = digitOf(event);
    const isEnd = event.key === "Enter" && digits !== "";
    const id = isEnd || digit !== undefined ? undefined : stageKeyOf(event, hasLetters);
    if (digit !== undefined) setDigits((known) => (known + digit).slice(-mostDigits));
    else if (isEnd) {
      setDigits("");
      goToNumber(Number(digits));
    } else if (id === undefined || !run(id)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", handleKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", handleKeyDown, { capture: true });
  }, []);
  return digits;
}

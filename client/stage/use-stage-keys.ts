import { useEffect, useEffectEvent, useState } from "react";
import { useLetterKeys } from "./letter-keys.ts";
import { digitOf, type StageKeyId, stageKeyOf, takesKey } from "./stage-keys.ts";

/** A number that was begun is forgotten after this time, in milliseconds. */
const digitsMs = 3_000;
/** No presentation has more steps than this has digits. */
const mostDigits = 4;

/**
 * Hands in what keys ask for, wherever on the page the keyboard is, but where something takes them itself; before the
 * canvas, which would take arrows. Returns the digits of the number that is being typed; while `goToNumber` is null digits
 * are somebody else's.
 */
export function useStageKeys(
  run: (id: StageKeyId) => boolean,
  goToNumber: ((number: number) => void) | null,
): string {
  const [hasLetters] = useLetterKeys();
  const [typed, setTyped] = useState("");
  const digits = goToNumber ? typed : "";
  useEffect(() => {
    if (typed === "") return;
    const timer = window.setTimeout(() => setTyped(""), digitsMs);
    return () => window.clearTimeout(timer);
  }, [typed]);

  const handle = useEffectEvent((event: KeyboardEvent) => {
    const isEnd = event.key === "Enter" && digits !== "";
    // Who has begun a number ends it by Enter, also where the button that was pressed last would take it.
    if (takesKey(event.target, isEnd ? "" : event.key) && event.key !== "F5") return;
    const digit = goToNumber ? digitOf(event) : undefined;
    const id = isEnd || digit !== undefined ? undefined : stageKeyOf(event, hasLetters);
    if (digit !== undefined) setTyped((known) => (known + digit).slice(-mostDigits));
    else if (isEnd) {
      setTyped("");
      goToNumber?.(Number(digits));
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

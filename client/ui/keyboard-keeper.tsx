import { useContext, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { OverlayTriggerStateContext } from "react-aria-components";
import { goBack, noteWayOut, rememberWayBack } from "./way-back.ts";

/** The open windows of the page, the front one last. */
const openWindows: symbol[] = [];

export type KeyboardKeeperProps = Readonly<{
  /** For a window that has no trigger, which would close it. */
  onClose?: () => void;
}>;

/**
 * Stands right in a window that takes the keyboard, and sees to it that no key is lost. As soon as the window begins to go,
 * and not only when it has faded, the keyboard is back where it was. And a key pressed while nothing has the keyboard,
 * since what had it has just gone, is for the window in front: Escape closes it, and nothing behind hears of it.
 */
export function KeyboardKeeper({ onClose }: KeyboardKeeperProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [wayBack] = useState(rememberWayBack);
  const trigger = useContext(OverlayTriggerStateContext);
  const isClosing = trigger?.isOpen === false;

  const keepKey = useEffectEvent((event: KeyboardEvent) => {
    event.stopPropagation();
    place.current?.parentElement?.focus({ preventScroll: true });
    if (event.key !== "Escape") return;
    if (trigger) trigger.close();
    else onClose?.();
  });

  useLayoutEffect(() => noteWayOut(place.current?.parentElement ?? null, wayBack), [wayBack]);
  useEffect(() => {
    if (isClosing) return;
    const self = Symbol("window");
    openWindows.push(self);
    const hear = (event: KeyboardEvent) => {
      if (event.target === document.body && openWindows.at(-1) === self) keepKey(event);
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => {
      window.removeEventListener("keydown", hear, { capture: true });
      openWindows.splice(openWindows.indexOf(self), 1);
      // In the same turn, but not before the window has let go of what lies behind it.
      queueMicrotask(() => goBack(wayBack));
    };
  }, [isClosing, wayBack]);
  return <span ref={place} hidden />;
}

import { type ReactNode, useEffect, useState } from "react";
import { type Placement, Tooltip, TooltipTrigger } from "react-aria-components";
import { flushSync } from "react-dom";
import css from "./tooltip.module.css";

export type WithTooltipProps = Readonly<{
  text: string;
  shortcut?: string | undefined;
  placement?: Placement | undefined;
  /** One focusable React Aria element. */
  children: ReactNode;
}>;

/** Names `children` on hover and on keyboard focus. Escape puts the name away, and does what else it is pressed for. */
export function WithTooltip({ text, shortcut, placement = "bottom", children }: WithTooltipProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    // React Aria gives Escape to a tooltip alone. Closed before it looks, the key goes on to the window it was meant for.
    function putAway({ key }: KeyboardEvent) {
      if (key === "Escape") flushSync(() => setOpen(false));
    }
    window.addEventListener("keydown", putAway, { capture: true });
    return () => window.removeEventListener("keydown", putAway, { capture: true });
  }, [isOpen]);
  return (
    <TooltipTrigger delay={500} closeDelay={80} isOpen={isOpen} onOpenChange={setOpen}>
      {children}
      <Tooltip className={css["tooltip"] ?? ""} placement={placement} offset={6}>
        {text}
        {shortcut ? <kbd className={css["shortcut"]}>{shortcut}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}

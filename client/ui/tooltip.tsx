import type { ReactNode } from "react";
import { type Placement, Tooltip, TooltipTrigger } from "react-aria-components";
import css from "./tooltip.module.css";

export type WithTooltipProps = Readonly<{
  text: string;
  shortcut?: string | undefined;
  placement?: Placement | undefined;
  /** One focusable React Aria element. */
  children: ReactNode;
}>;

/** Names `children` on hover and on keyboard focus. */
export function WithTooltip({ text, shortcut, placement = "bottom", children }: WithTooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className={css["tooltip"] ?? ""} placement={placement} offset={6}>
        {text}
        {shortcut ? <kbd className={css["shortcut"]}>{shortcut}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}

import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  type Placement,
} from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./icon-button.module.css";
import { WithTooltip } from "./tooltip.tsx";

export type IconButtonProps = Omit<AriaButtonProps, "children" | "className" | "aria-label"> &
  Readonly<{
    /** Its accessible name, and what the tooltip says. */
    label: string;
    /** A key that does the same, shown in the tooltip. */
    shortcut?: string;
    tooltipPlacement?: Placement;
    variant?: "quiet" | "raised";
    size?: "small" | "medium";
    children: ReactNode;
  }>;

export function IconButton(props: IconButtonProps) {
  const { label, shortcut, tooltipPlacement, variant = "quiet", size = "medium", children, ...rest } = props;
  return (
    <WithTooltip text={label} shortcut={shortcut} placement={tooltipPlacement}>
      <AriaButton {...rest} aria-label={label} className={classNames(css["button"], css[variant], css[size])}>
        {children}
      </AriaButton>
    </WithTooltip>
  );
}

import type { ReactNode } from "react";
import { type Placement, ToggleButton, type ToggleButtonProps } from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./icon-button.module.css";
import { WithTooltip } from "./tooltip.tsx";

export type ToggleIconButtonProps = Omit<ToggleButtonProps, "children" | "className" | "aria-label"> &
  Readonly<{ label: string; shortcut?: string; tooltipPlacement?: Placement; children: ReactNode }>;

/** An icon that is on or off. */
export function ToggleIconButton(props: ToggleIconButtonProps) {
  const { label, shortcut, tooltipPlacement, children, ...rest } = props;
  return (
    <WithTooltip text={label} shortcut={shortcut} placement={tooltipPlacement}>
      <ToggleButton
        {...rest}
        aria-label={label}
        className={classNames(css["button"], css["quiet"], css["medium"])}
      >
        {children}
      </ToggleButton>
    </WithTooltip>
  );
}

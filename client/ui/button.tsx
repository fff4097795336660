import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import css from "./button.module.css";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

export type ButtonProps = Omit<AriaButtonProps, "children" | "className" | "isPending"> &
  Readonly<{
    variant?: ButtonVariant;
    size?: ButtonSize;
    /** Shown before the words. */
    icon?: ReactNode;
    /** Work is under way: presses are ignored, the button keeps its focus. Say what is going on in words nearby. */
    isBusy?: boolean;
    children: ReactNode;
  }>;

export function Button({ variant, size, icon, isBusy = false, onPress, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      // Not React Aria's isPending: what it announces outlives the button when the work leads to another page.
      {...(isBusy ? { "aria-disabled": true } : onPress ? { onPress } : {})}
      data-busy={isBusy || undefined}
      className={buttonClass(variant, size)}
    >
      {isBusy ? <Spinner /> : icon}
      <span>{children}</span>
    </AriaButton>
  );
}

/** The look of a button, for links that should have it. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium"): string {
  return classNames(css["button"], css[variant], css[size]);
}

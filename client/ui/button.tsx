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
    /** Work is under way: presses are ignored, the button keeps its focus and its width. */
    isBusy?: boolean;
    children: ReactNode;
  }>;

export function Button({ variant, size, icon, isBusy = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={isBusy} className={buttonClass(variant, size)}>
      {isBusy ? <Spinner /> : icon}
      <span>{children}</span>
    </AriaButton>
  );
}

/** The look of a button, for links that should have it. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium"): string {
  return classNames(css["button"], css[variant], css[size]);
}

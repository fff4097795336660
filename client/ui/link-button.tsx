import type { ReactNode } from "react";
import { Link, type LinkProps } from "react-aria-components";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button.tsx";

export type LinkButtonProps = Omit<LinkProps, "children" | "className"> &
  Readonly<{ variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode; children: ReactNode }>;

/** A link that looks like a button: for going somewhere, not for doing something. */
export function LinkButton({ variant, size, icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass(variant, size)}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}

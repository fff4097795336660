import type { ReactNode } from "react";
import css from "./badge.module.css";
import { classNames } from "./class-names.ts";

export type BadgeTone = "neutral" | "good" | "warning" | "danger";

/** A short word about the thing it stands beside. */
export function Badge(props: Readonly<{ tone?: BadgeTone; icon?: ReactNode; children: ReactNode }>) {
  return (
    <span className={classNames(css["badge"], css[props.tone ?? "neutral"])}>
      {props.icon}
      {props.children}
    </span>
  );
}

import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import css from "./notice.module.css";

export type NoticeProps = Readonly<{
  tone?: "info" | "warning" | "danger";
  icon?: ReactNode;
  children: ReactNode;
}>;

/** A sentence that must be seen. One that tells of danger is announced at once. */
export function Notice({ tone = "info", icon, children }: NoticeProps) {
  return (
    <div className={classNames(css["notice"], css[tone])} role={tone === "danger" ? "alert" : "note"}>
      {icon}
      <div className={css["body"]}>{children}</div>
    </div>
  );
}

import type { ReactNode } from "react";
import { usePollWords } from "./use-poll-words.ts";
import css from "./voting.module.css";

/** Around tables that may be wider than what they stand in. */
export function TableFrame({ children }: Readonly<{ children: ReactNode }>) {
  const tell = usePollWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must scroll it
    <section tabIndex={0} aria-label={tell("polls.table")} className={css["tables"]}>
      {children}
    </section>
  );
}

import css from "./progress.module.css";

/** How far work has come; what it is stands in words beside it. Without `done` nobody knows how long it takes. */
export function Progress({ label, done, total }: Readonly<{ label: string; done?: number; total?: number }>) {
  return (
    <progress
      className={css["progress"]}
      aria-label={label}
      {...(done === undefined ? {} : { value: done, max: total ?? 1 })}
    />
  );
}

import css from "./skeleton.module.css";

/** Holds the place of something that is on its way. Sizes are CSS lengths. */
export function Skeleton({ width, height }: Readonly<{ width: string; height: string }>) {
  return <span className={css["skeleton"]} style={{ width, height }} aria-hidden="true" />;
}

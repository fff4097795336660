import css from "./spinner.module.css";

/** Decoration: what is being waited for is said in words beside it. */
export function Spinner({ size = 16 }: Readonly<{ size?: number }>) {
  return (
    <svg className={css["spinner"]} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle className={css["track"]} cx="8" cy="8" r="6.25" />
      <path className={css["head"]} d="M8 1.75A6.25 6.25 0 0 1 14.25 8" />
    </svg>
  );
}

import css from "./avatar.module.css";
import { classNames } from "./class-names.ts";

export type AvatarProps = Readonly<{
  name: string;
  /** CSS colour on which white text can be read. */
  color: string;
  size?: "small" | "medium";
}>;

/** A person as initials on their colour. It stands for the name, so it is an image with that name. */
export function Avatar({ name, color, size = "medium" }: AvatarProps) {
  return (
    <span
      role="img"
      aria-label={name}
      className={classNames(css["avatar"], css[size])}
      style={{ backgroundColor: color }}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
    </span>
  );
}

/** First letters of the first and the last word; whole characters, not code units. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

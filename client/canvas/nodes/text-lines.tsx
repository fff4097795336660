import { type TextBlock, textDirection } from "#shared/diagram/index.ts";
import { classNames } from "../../ui/class-names.ts";
import css from "./text-lines.module.css";

/** Text broken where the picture breaks it, so that the page and every export show the same lines. */
export function TextLines(
  props: Readonly<{
    block: TextBlock;
    className?: string | undefined;
    isEmpty?: boolean;
    placeholder?: string;
  }>,
) {
  const { block, className, isEmpty = false, placeholder = "" } = props;
  const { weight, sizePx, lineHeightPx } = block.style;
  const text = block.lines.join("\n");
  return (
    <div
      dir={textDirection(isEmpty ? placeholder : text)}
      className={classNames(css["block"], className, isEmpty && css["placeholder"])}
      style={{ top: block.y, font: `${weight} ${sizePx}px/${lineHeightPx}px var(--font-family)` }}
    >
      {isEmpty ? placeholder : text}
    </div>
  );
}

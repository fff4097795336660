import { base64 } from "./base64.ts";
import type { MadeFont } from "./drawing.ts";

/** Style rules that bring the fonts of a picture along, for files that may load nothing. */
export function fontCss(fonts: readonly MadeFont[]): string {
  return fonts
    .map(
      ({ weight, bytes }) =>
        `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/ttf;base64,${base64(bytes)})}`,
    )
    .join("");
}

import type { TextStyle } from "../card-metrics.ts";
import type { Curve } from "../curve.ts";
import type { Rect } from "../rect.ts";
import { measureText } from "../text/measure-text.ts";
import type { TextDirection } from "../text/text-direction.ts";
import type {
  Paint,
  PathSegment,
  PictureGroup,
  PictureItem,
  PicturePath,
  PictureRect,
  PictureText,
} from "./picture.ts";

/** Where the baseline of Inter lies, as parts of the font size (its hhea table). */
const ascent = 0.96875;
const descent = 0.2412;
/** Half the height of its capitals. */
const halfCapital = 0.36;

/** Paint for a filled shape. */
export function filled(fill: string, fillOpacity = 1): Paint {
  return { fill, fillOpacity, stroke: null, strokeWidth: 0, dash: [] };
}

/** Paint for a line. */
export function stroked(stroke: string, strokeWidth: number, dash: readonly number[] = []): Paint {
  return { fill: null, fillOpacity: 1, stroke, strokeWidth, dash };
}

/** A box with round corners; a stroke lies within its edges. */
export function boxItem({ x, y, width, height }: Rect, radius: number, paint: Paint): PictureRect {
  const inset = paint.strokeWidth / 2;
  return {
    type: "rect",
    x: x + inset,
    y: y + inset,
    width: Math.max(0, width - 2 * inset),
    height: Math.max(0, height - 2 * inset),
    radius: Math.max(0, radius - inset),
    paint,
  };
}

/** Lines from point to point and curves, painted alike. */
export function pathItem(segments: readonly PathSegment[], paint: Paint): PicturePath {
  return { type: "path", segments, paint };
}

/** A curve as segments. */
export function curveSegments({ from, control1, control2, to }: Curve): readonly PathSegment[] {
  return [
    ["M", from[0], from[1]],
    ["C", control1[0], control1[1], control2[0], control2[1], to[0], to[1]],
  ];
}

/** What a group is without a word about it. */
const plainGroup = { id: null, title: null, opacity: 1, relation: null } as const;

/** Things that belong together; see `PictureGroup`. */
export function groupItem(
  className: string,
  items: readonly PictureItem[],
  more: Partial<Pick<PictureGroup, "id" | "title" | "opacity" | "relation">> = {},
): PictureGroup {
  return { type: "group", className, ...plainGroup, ...more, items };
}

/** Lines of text, the box of the first of which begins at `top`. */
export type TextGiven = Readonly<{
  x: number;
  top: number;
  lines: readonly string[];
  style: TextStyle;
  fill: string;
  whole?: string;
  align?: PictureText["align"];
  direction?: TextDirection;
  italic?: boolean;
}>;

/** A text, measured. */
export function textItem({ x, top, lines, style, fill, ...more }: TextGiven): PictureText {
  const { sizePx, lineHeightPx, weight } = style;
  const first = top + (lineHeightPx - (ascent + descent) * sizePx) / 2 + ascent * sizePx;
  return {
    type: "text",
    x,
    align: more.align ?? "left",
    lines: lines.map((line, index) => {
      // Fonts have most letters whole; many of the accents that are written by themselves they do not have.
      const text = line.normalize("NFC");
      return { text, y: first + index * lineHeightPx, width: measureText(text, style) };
    }),
    whole: more.whole ?? lines.join(" "),
    sizePx,
    lineHeightPx,
    weight,
    italic: more.italic ?? false,
    fill,
    direction: more.direction ?? "ltr",
  };
}

/** The top of a line whose capitals stand in the middle of `y`. */
export function topAround(y: number, { sizePx, lineHeightPx }: TextStyle): number {
  return y + halfCapital * sizePx - ascent * sizePx - (lineHeightPx - (ascent + descent) * sizePx) / 2;
}

import type { Paint, PathSegment, PictureItem, PictureText } from "#shared/diagram/picture/index.ts";
import { lineLeft } from "#shared/formats/drawn/drawn-items.ts";

type Context = OffscreenCanvasRenderingContext2D;

/** Puts items down on a canvas, in the order given, their text in fonts of the family `family`. */
export function paintItems(
  context: Context,
  items: readonly PictureItem[],
  family: string,
  opacity = 1,
): void {
  for (const item of items) {
    switch (item.type) {
      case "group":
        paintItems(context, item.items, family, opacity * item.opacity);
        break;
      case "link":
        paintItems(context, item.items, family, opacity);
        break;
      case "rect": {
        const path = new Path2D();
        path.roundRect(item.x, item.y, item.width, item.height, item.radius);
        paintPath(context, path, item.paint, opacity);
        break;
      }
      case "path":
        paintPath(context, pathOf(item.segments), item.paint, opacity);
        break;
      case "text":
        paintText(context, item, family, opacity);
    }
  }
}

function pathOf(segments: readonly PathSegment[]): Path2D {
  const path = new Path2D();
  for (const segment of segments) {
    switch (segment[0]) {
      case "M":
        path.moveTo(segment[1], segment[2]);
        break;
      case "L":
        path.lineTo(segment[1], segment[2]);
        break;
      case "C":
        path.bezierCurveTo(segment[1], segment[2], segment[3], segment[4], segment[5], segment[6]);
        break;
      case "Z":
        path.closePath();
    }
  }
  return path;
}

function paintPath(context: Context, path: Path2D, paint: Paint, opacity: number): void {
  const { fill, fillOpacity, stroke, strokeWidth, dash } = paint;
  if (fill !== null) {
    context.globalAlpha = opacity * fillOpacity;
    context.fillStyle = fill;
    context.fill(path);
  }
  if (stroke === null || strokeWidth <= 0) return;
  context.globalAlpha = opacity;
  context.strokeStyle = stroke;
  context.lineWidth = strokeWidth;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.setLineDash([...dash]);
  context.stroke(path);
}

function paintText(context: Context, text: PictureText, family: string, opacity: number): void {
  const { weight, sizePx, italic, fill, direction } = text;
  context.globalAlpha = opacity;
  context.fillStyle = fill;
  context.font = `${italic ? "italic " : ""}${weight} ${sizePx}px ${family}`;
  context.fontKerning = "none";
  context.direction = direction;
  for (const line of text.lines) {
    // Where the line begins or ends by the font it was measured in: another one may run shorter.
    const left = lineLeft(text, line.width);
    context.textAlign = direction === "rtl" ? "right" : "left";
    context.fillText(line.text, direction === "rtl" ? left + line.width : left, line.y);
  }
}

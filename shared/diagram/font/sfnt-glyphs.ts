import { ByteWriter } from "./byte-writer.ts";
import type { GlyphOutline, OutlinePoint } from "./outline.ts";

const onCurve = 0x01;
const shortX = 0x02;
const shortY = 0x04;
/** The short step is positive, or there is no step at all. */
const sameOrPositiveX = 0x10;
const sameOrPositiveY = 0x20;

type Bounds = { xMin: number; yMin: number; xMax: number; yMax: number };

/** The tables that hold outlines and advances, in the order of the glyphs. */
export type GlyphTables = Readonly<{
  glyf: Uint8Array;
  loca: Uint8Array;
  hmtx: Uint8Array;
  bounds: Readonly<Bounds>;
  maxPoints: number;
  maxContours: number;
}>;

/** Outlines as the tables `glyf`, `loca` (long) and `hmtx`. Coordinates are whole numbers. */
export function glyphTables(outlines: readonly GlyphOutline[]): GlyphTables {
  const glyf = new ByteWriter();
  const loca = new ByteWriter().u32(0);
  const hmtx = new ByteWriter();
  const all: Bounds = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
  let maxPoints = 0;
  let maxContours = 0;
  for (const { advance, contours } of outlines) {
    const drawn = contours.filter((contour) => contour.length > 0);
    const points = drawn.flat();
    if (points.length > 0) {
      const bounds = boundsOfPoints(points);
      writeGlyph(glyf, drawn, points, bounds);
      hmtx.u16(advance, bounds.xMin);
      all.xMin = Math.min(all.xMin, bounds.xMin);
      all.yMin = Math.min(all.yMin, bounds.yMin);
      all.xMax = Math.max(all.xMax, bounds.xMax);
      all.yMax = Math.max(all.yMax, bounds.yMax);
    } else {
      hmtx.u16(advance, 0);
    }
    loca.u32(glyf.length);
    maxPoints = Math.max(maxPoints, points.length);
    maxContours = Math.max(maxContours, drawn.length);
  }
  return {
    glyf: glyf.finish(),
    loca: loca.finish(),
    hmtx: hmtx.finish(),
    bounds: all,
    maxPoints,
    maxContours,
  };
}

function boundsOfPoints(points: readonly OutlinePoint[]): Bounds {
  const bounds: Bounds = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity };
  for (const { x, y } of points) {
    bounds.xMin = Math.min(bounds.xMin, x);
    bounds.yMin = Math.min(bounds.yMin, y);
    bounds.xMax = Math.max(bounds.xMax, x);
    bounds.yMax = Math.max(bounds.yMax, y);
  }
  return bounds;
}

function writeGlyph(
  glyf: ByteWriter,
  contours: GlyphOutline["contours"],
  points: readonly OutlinePoint[],
  { xMin, yMin, xMax, yMax }: Bounds,
): void {
  glyf.u16(contours.length, xMin, yMin, xMax, yMax);
  let end = -1;
  for (const contour of contours) {
    end += contour.length;
    glyf.u16(end);
  }
  glyf.u16(0);
  const xs = new ByteWriter();
  const ys = new ByteWriter();
  let [x, y] = [0, 0];
  for (const point of points) {
    glyf.u8(
      (point.onCurve ? onCurve : 0) |
        writeStep(xs, point.x - x, shortX, sameOrPositiveX) |
        writeStep(ys, point.y - y, shortY, sameOrPositiveY),
    );
    [x, y] = [point.x, point.y];
  }
  glyf.raw(xs.finish()).raw(ys.finish()).align(4);
}

function writeStep(into: ByteWriter, step: number, short: number, sameOrPositive: number): number {
  if (step === 0) return sameOrPositive;
  if (Math.abs(step) > 0xff) {
    into.u16(step);
    return 0;
  }
  into.u8(Math.abs(step));
  return step > 0 ? short | sameOrPositive : short;
}

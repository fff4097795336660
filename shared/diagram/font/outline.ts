/** A point of an outline in units of the em, y upwards; off the curve it bends it (quadratic, as in TrueType). */
export type OutlinePoint = Readonly<{ x: number; y: number; onCurve: boolean }>;

/** How one character is drawn: closed contours, and how far the pen goes on. */
export type GlyphOutline = Readonly<{
  advance: number;
  contours: readonly (readonly OutlinePoint[])[];
}>;

/** The frame that stands for a character no font at hand can draw. */
export function missingOutline(advance: number, unitsPerEm: number): GlyphOutline {
  if (advance === 0) return { advance, contours: [] };
  const line = unitsPerEm / 16;
  const [left, right] = [line, Math.max(advance - line, line * 3)];
  const [bottom, top] = [0, unitsPerEm * 0.7];
  return {
    advance,
    contours: [
      box(left, bottom, right, top),
      box(left + line, bottom + line, right - line, top - line).reverse(),
    ],
  };
}

function box(left: number, bottom: number, right: number, top: number): OutlinePoint[] {
  return [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ].map(([x = 0, y = 0]) => ({ x: Math.round(x), y: Math.round(y), onCurve: true }));
}

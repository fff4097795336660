/** Outlines at a weight from the variable fonts that are bundled (WOFF2, TrueType outlines). */
import type { GlyphOutline, OutlinePoint } from "./outline.ts";

/** What of fontkit is used; the caller lends it, as it comes in one build for Node and one for browsers. */
export type FontEngine = Readonly<{ create: (bytes: Uint8Array) => unknown }>;

type Point = { x: number; y: number; onCurve: boolean; endContour: boolean; copy: () => Point };
type Component = Readonly<{
  glyphID: number;
  dx: number;
  dy: number;
  scaleX: number;
  scaleY: number;
  scale01: number;
  scale10: number;
}>;
type Decoded = Readonly<{ points?: readonly Point[]; components?: readonly Component[] }> | null;
type Glyph = Readonly<{ id: number; advanceWidth: number; _decode: () => Decoded }>;

/** The inside of fontkit 2.0.4: it cannot make an instance of a WOFF2 file, but all that one needs is there. */
type Engine = {
  readonly unitsPerEm: number;
  readonly HVAR: unknown;
  variationCoords: readonly number[] | undefined;
  readonly _variationProcessor: {
    transformPoints: (glyphId: number, points: Point[]) => void;
    getAdvanceAdjustment: (glyphId: number, hvar: unknown) => number;
  };
  _decompress: () => void;
  getGlyph: (id: number) => Glyph;
  hasGlyphForCodePoint: (codePoint: number) => boolean;
  glyphForCodePoint: (codePoint: number) => Glyph;
};

/** Components of components of …: fonts nest two deep. */
const maxDepth = 4;

/** One bundled font file. */
export class VariableFont {
  readonly #create: () => Engine;
  /** Without a weight: fontkit reads the outlines of a WOFF2 file only then. */
  readonly #plain: Engine;
  readonly #weights = new Map<number, Engine>();

  constructor(bytes: Uint8Array, engine: FontEngine) {
    this.#create = () => engine.create(bytes) as Engine;
    this.#plain = this.#create();
  }

  has(codePoint: number): boolean {
    return this.#plain.hasGlyphForCodePoint(codePoint);
  }

  /** How the character is drawn at `weight`, in `unitsPerEm` to the em. */
  outlineOf(codePoint: number, weight: number, unitsPerEm: number): GlyphOutline {
    const glyph = this.#plain.glyphForCodePoint(codePoint);
    const scale = unitsPerEm / this.#plain.unitsPerEm;
    const varied = this.#at(weight);
    const wider = varied._variationProcessor.getAdvanceAdjustment(glyph.id, varied.HVAR);
    const contours = contoursOf(this.#pointsOf(glyph, varied, 0), scale);
    return { advance: Math.round(Math.round(glyph.advanceWidth + wider) * scale), contours };
  }

  #at(weight: number): Engine {
    const known = this.#weights.get(weight);
    if (known) return known;
    const made = this.#create();
    made._decompress();
    made.variationCoords = [weight];
    this.#weights.set(weight, made);
    return made;
  }

  #pointsOf(glyph: Glyph, varied: Engine, depth: number): readonly Point[] {
    const decoded = glyph._decode();
    if (decoded?.points && decoded.points.length > 0) return vary(decoded.points, glyph.id, varied);
    const components = decoded?.components ?? [];
    if (components.length === 0 || depth === maxDepth) return [];
    const parts = components.map((component) =>
      this.#pointsOf(this.#plain.getGlyph(component.glyphID), varied, depth + 1),
    );
    const first = parts.flat()[0];
    if (!first) return [];
    // Where the parts of a glyph stand varies as the points of an outline do.
    const places = vary(
      components.map(({ dx, dy }) => Object.assign(first.copy(), { x: dx, y: dy, endContour: true })),
      glyph.id,
      varied,
    );
    return parts.flatMap((points, index) => {
      const component = components[index];
      const at = places[index];
      return component && at ? points.map((point) => placed(point, component, at)) : [];
    });
  }
}

function vary(points: readonly Point[], glyphId: number, varied: Engine): readonly Point[] {
  const moved = points.map((point) => point.copy());
  const [first] = moved;
  if (!first) return moved;
  // Four points that are not drawn follow every outline: they hold its metrics.
  const unseen = Array.from({ length: 4 }, () =>
    Object.assign(first.copy(), { x: 0, y: 0, endContour: true }),
  );
  const all = [...moved, ...unseen];
  varied._variationProcessor.transformPoints(glyphId, all);
  return all.slice(0, moved.length);
}

function placed(point: Point, part: Component, at: Point): Point {
  return Object.assign(point.copy(), {
    x: point.x * part.scaleX + point.y * part.scale01 + at.x,
    y: point.y * part.scaleY + point.x * part.scale10 + at.y,
  });
}

function contoursOf(points: readonly Point[], scale: number): readonly (readonly OutlinePoint[])[] {
  const contours: OutlinePoint[][] = [];
  let contour: OutlinePoint[] = [];
  for (const { x, y, onCurve, endContour } of points) {
    contour.push({ x: Math.round(x * scale), y: Math.round(y * scale), onCurve });
    if (!endContour) continue;
    contours.push(contour);
    contour = [];
  }
  return contours;
}

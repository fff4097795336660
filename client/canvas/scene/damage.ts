import {
  type ArgumentGeometry,
  boundsOf,
  boxAround,
  type Curve,
  curvesOf,
  jointBox,
  type LinkGeometry,
  type Rect,
} from "#shared/diagram/index.ts";

/** More stretches than this are told as one around them all: whoever draws has then most of it to draw anyway. */
const maxStretches = 600;
/** A curve is told in pieces about this long, in canvas pixels: the box around a long one is mostly empty. */
const piecePx = 320;
const maxPieces = 24;

/** Gathers stretches of canvas until they are taken. */
class Stretches {
  #rects: Rect[] = [];

  add(rect: Rect): void {
    if (this.#rects.length < maxStretches) this.#rects.push(rect);
    else this.#rects = [boundsOf([...this.#rects, rect]) ?? rect];
  }

  /** What was gathered; it then begins anew. */
  take(): readonly Rect[] {
    const rects = this.#rects;
    this.#rects = [];
    return rects;
  }
}

/** What looks different now; stretches are where things were and where they are. */
export type SceneDamage = Readonly<{
  /** Of what lies still. */
  still: readonly Rect[];
  /** Of what is on the move, which is drawn apart. */
  moving: readonly Rect[];
  /** What of that lies elsewhere, looks different, was taken up or put down. */
  movingKeys: ReadonlySet<string>;
  /** Something was taken up or put down: it goes from one drawing to the other, in one frame. */
  isHandedOver: boolean;
}>;

/** Gathers what looks different and tells it. */
export class Damage {
  readonly #isMoving: (key: string) => boolean;
  readonly #still = new Stretches();
  readonly #moving = new Stretches();
  readonly #listeners = new Set<(damage: SceneDamage) => void>();
  #movingKeys = new Set<string>();
  #isHandedOver = false;

  constructor(isMoving: (key: string) => boolean) {
    this.#isMoving = isMoving;
  }

  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  subscribe(listener: (damage: SceneDamage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(rects: readonly Rect[]): void {
    for (const rect of rects) this.#still.add(rect);
  }

  /** There the card or line of that key looks different. */
  addOf(key: string, rects: readonly Rect[]): void {
    if (this.#isMoving(key)) {
      this.#movingKeys.add(key);
      for (const rect of rects) this.#moving.add(rect);
    } else this.add(rects);
  }

  handOver(key: string): void {
    this.#movingKeys.add(key);
    this.#isHandedOver = true;
  }

  /** Tells what was gathered; it then begins anew. */
  tell(): void {
    const damage: SceneDamage = {
      still: this.#still.take(),
      moving: this.#moving.take(),
      movingKeys: this.#movingKeys,
      isHandedOver: this.#isHandedOver,
    };
    this.#movingKeys = new Set();
    this.#isHandedOver = false;
    if (damage.still.length + damage.moving.length + damage.movingKeys.size === 0) return;
    for (const listener of this.#listeners) listener(damage);
  }
}

/** The stretches of canvas that a line, its heads and its word cover. */
export function stretchesOf(geometry: ArgumentGeometry | LinkGeometry): readonly Rect[] {
  return [jointBox(geometry.label), boxAround(geometry.head), ...curvesOf(geometry).flatMap(piecesOf)];
}

/** The stretches along the border of a box that differ where it becomes another; its inside looks the same in both. */
export function edgesBetween(before: Rect | undefined, now: Rect | undefined): readonly Rect[] {
  const [a, b] = [before ?? now, now ?? before];
  if (!a || !b) return [];
  if (!before || !now) return [a];
  const outer = boundsOf([a, b]) ?? a;
  const [right, bottom] = [Math.min(a.x + a.width, b.x + b.width), Math.min(a.y + a.height, b.y + b.height)];
  const [left, top] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  if (left >= right || top >= bottom) return [a, b];
  return [
    { x: outer.x, y: outer.y, width: outer.width, height: top - outer.y },
    { x: outer.x, y: bottom, width: outer.width, height: outer.y + outer.height - bottom },
    { x: outer.x, y: outer.y, width: left - outer.x, height: outer.height },
    { x: right, y: outer.y, width: outer.x + outer.width - right, height: outer.height },
  ];
}

function piecesOf(curve: Curve): readonly Rect[] {
  const points = [curve.from, curve.control1, curve.control2, curve.to];
  const whole = boxAround(points);
  const count = Math.min(maxPieces, Math.ceil(Math.max(whole.width, whole.height) / piecePx));
  if (count <= 1 || Math.min(whole.width, whole.height) < piecePx / 4) return [whole];
  return Array.from({ length: count }, (_, index) => pieceBox(curve, index / count, (index + 1) / count));
}

/** The box around the control points of the part of a curve between two parameters. */
function pieceBox({ from, control1, control2, to }: Curve, start: number, end: number): Rect {
  // A cubic's blossom at three parameters gives the control points of any part of it.
  const blossom = (axis: 0 | 1, a: number, b: number, c: number): number => {
    const mix = (p: number, q: number, t: number) => p + (q - p) * t;
    const [p0, p1, p2, p3] = [from[axis], control1[axis], control2[axis], to[axis]];
    const [q0, q1, q2] = [mix(p0, p1, a), mix(p1, p2, a), mix(p2, p3, a)];
    return mix(mix(q0, q1, b), mix(q1, q2, b), c);
  };
  const at = (a: number, b: number, c: number) => [blossom(0, a, b, c), blossom(1, a, b, c)] as const;
  return boxAround([at(start, start, start), at(start, start, end), at(start, end, end), at(end, end, end)]);
}

import type { Rect } from "#shared/diagram/index.ts";

type Axis = "x" | "y";

/** A line along which edges or middles agree: at `at` on its axis, from `from` to `to` across. Canvas pixels. */
export type SnapLine = Readonly<{ axis: Axis; at: number; from: number; to: number }>;
/** One of several equal gaps: along its axis from `from` to `to`, at `at` across. Canvas pixels. */
export type SnapGap = Readonly<{ axis: Axis; from: number; to: number; at: number }>;

/** How far what is moved should go on to agree with what lies near, and what shows why. */
export type Snap = Readonly<{
  dx: number;
  dy: number;
  lines: readonly SnapLine[];
  gaps: readonly SnapGap[];
}>;

/** Places closer to each other than this are the same; they are whole or half pixels. */
const sameWithin = 0.26;

/**
 * Where a rectangle that is moved by hand falls into line with others: edges and middles on each other, or gaps of one
 * size to its neighbours; at most `reach` away. O(near log near).
 */
export function snap(moving: Rect, near: readonly Rect[], reach: number): Snap {
  const dx = bestOffset("x", moving, near, reach);
  const dy = bestOffset("y", { ...moving, x: moving.x + (dx ?? 0) }, near, reach);
  const placed = { ...moving, x: moving.x + (dx ?? 0), y: moving.y + (dy ?? 0) };
  return {
    dx: dx ?? 0,
    dy: dy ?? 0,
    lines: [
      ...(dx === null ? [] : linesAt("x", placed, near)),
      ...(dy === null ? [] : linesAt("y", placed, near)),
    ],
    gaps: [
      ...(dx === null ? [] : gapsAround("x", placed, near)),
      ...(dy === null ? [] : gapsAround("y", placed, near)),
    ],
  };
}

/** The shortest way into line along the axis, or null where nothing is in reach. */
function bestOffset(axis: Axis, moving: Rect, near: readonly Rect[], reach: number): number | null {
  let best: number | null = null;
  const consider = (offset: number) => {
    if (Math.abs(offset) <= reach && (best === null || Math.abs(offset) < Math.abs(best))) best = offset;
  };
  for (const rect of near) for (const [own, other] of pairs(axis, moving, rect)) consider(other - own);
  for (const offset of gapOffsets(axis, moving, near)) consider(offset);
  return best;
}

/** Which of the moving one's places may agree with which of the other's. */
function pairs(axis: Axis, a: Rect, b: Rect): readonly (readonly [number, number])[] {
  const [startA, endA] = span(axis, a);
  const [startB, endB] = span(axis, b);
  return [
    [startA, startB],
    [endA, endB],
    [(startA + endA) / 2, (startB + endB) / 2],
    [startA, endB],
    [endA, startB],
  ];
}

/** How far to go for a gap as large as the next one in the row, or for the middle between two neighbours. */
function gapOffsets(axis: Axis, moving: Rect, near: readonly Rect[]): readonly number[] {
  const { before, after } = neighbours(axis, moving, near);
  const [start, end] = span(axis, moving);
  const offsets: number[] = [];
  const [left, beyondLeft] = before;
  const [right, beyondRight] = after;
  if (left && beyondLeft) offsets.push(endOf(axis, left) + gapBetween(axis, beyondLeft, left) - start);
  if (right && beyondRight) offsets.push(startOf(axis, right) - gapBetween(axis, right, beyondRight) - end);
  if (left && right) offsets.push((endOf(axis, left) + startOf(axis, right)) / 2 - (start + end) / 2);
  // Where it does not fit, or comes to lie over another one in the row, no gaps are made equal.
  return offsets.filter(
    (offset) => gapsAround(axis, { ...moving, [axis]: moving[axis] + offset }, near).length > 0,
  );
}

/** What stands in one row with it along the axis, nearest first: the two before it and the two after it. */
function neighbours(
  axis: Axis,
  moving: Rect,
  near: readonly Rect[],
): Readonly<{ before: readonly Rect[]; after: readonly Rect[] }> {
  const [start, end] = span(axis, moving);
  const middle = (start + end) / 2;
  const row = near.filter((rect) => overlapsAcross(axis, moving, rect));
  const before = row
    .filter((rect) => endOf(axis, rect) <= middle)
    .toSorted((a, b) => endOf(axis, b) - endOf(axis, a))
    .slice(0, 2);
  const after = row
    .filter((rect) => startOf(axis, rect) >= middle)
    .toSorted((a, b) => startOf(axis, a) - startOf(axis, b))
    .slice(0, 2);
  return { before: gapped(axis, before), after: gapped(axis, after) };
}

/** Two that lie over each other along the axis have no gap between them. */
function gapped(axis: Axis, [near, far]: readonly Rect[]): readonly Rect[] {
  if (!near) return [];
  const isApart = far && Math.max(gapBetween(axis, far, near), gapBetween(axis, near, far)) > 0;
  return isApart ? [near, far] : [near];
}

function linesAt(axis: Axis, placed: Rect, near: readonly Rect[]): readonly SnapLine[] {
  const lines = new Map<number, { from: number; to: number }>();
  const across = axis === "x" ? "y" : "x";
  for (const rect of near) {
    for (const [own, other] of pairs(axis, placed, rect)) {
      if (Math.abs(own - other) > sameWithin) continue;
      const known = lines.get(other) ?? { from: Infinity, to: -Infinity };
      known.from = Math.min(known.from, startOf(across, placed), startOf(across, rect));
      known.to = Math.max(known.to, endOf(across, placed), endOf(across, rect));
      lines.set(other, known);
    }
  }
  return [...lines].map(([at, { from, to }]) => ({ axis, at, from, to }));
}

/** The gaps around it where at least two are of one size. */
function gapsAround(axis: Axis, placed: Rect, near: readonly Rect[]): readonly SnapGap[] {
  const { before, after } = neighbours(axis, placed, near);
  const row = [...before.toReversed(), placed, ...after];
  const across = axis === "x" ? "y" : "x";
  const at = (startOf(across, placed) + endOf(across, placed)) / 2;
  const gaps = row.slice(1).flatMap((rect, index): readonly SnapGap[] => {
    const previous = row[index];
    if (!previous || gapBetween(axis, previous, rect) <= 0) return [];
    return [{ axis, from: endOf(axis, previous), to: startOf(axis, rect), at }];
  });
  const own = gaps.filter(({ from, to }) => from === endOf(axis, placed) || to === startOf(axis, placed));
  const isEqual = (a: SnapGap, b: SnapGap) => Math.abs(a.to - a.from - (b.to - b.from)) <= 2 * sameWithin;
  return gaps.filter(
    (gap) =>
      own.some((one) => isEqual(one, gap)) && gaps.some((other) => other !== gap && isEqual(other, gap)),
  );
}

function overlapsAcross(axis: Axis, a: Rect, b: Rect): boolean {
  const across = axis === "x" ? "y" : "x";
  return startOf(across, a) < endOf(across, b) && startOf(across, b) < endOf(across, a);
}

function gapBetween(axis: Axis, first: Rect, second: Rect): number {
  return startOf(axis, second) - endOf(axis, first);
}

function span(axis: Axis, rect: Rect): readonly [start: number, end: number] {
  return [startOf(axis, rect), endOf(axis, rect)];
}

function startOf(axis: Axis, rect: Rect): number {
  return rect[axis];
}

function endOf(axis: Axis, rect: Rect): number {
  return rect[axis] + (axis === "x" ? rect.width : rect.height);
}

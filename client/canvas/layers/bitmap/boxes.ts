/** A rectangle of a bitmap, in its whole pixels; right and bottom are the first outside. */
export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

export function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/** What two boxes share; undefined where they share nothing. */
export function overlapOf(a: Box, b: Box): Box | undefined {
  const shared = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return shared.left < shared.right && shared.top < shared.bottom ? shared : undefined;
}

export function unionOf(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** The parts of `outer` that `inner`, which lies within it, leaves uncovered: at most four. */
export function around(outer: Box, inner: Box): readonly Box[] {
  return [
    { ...outer, bottom: inner.top },
    { ...outer, top: inner.bottom },
    { left: outer.left, right: inner.left, top: inner.top, bottom: inner.bottom },
    { left: inner.right, right: outer.right, top: inner.top, bottom: inner.bottom },
  ].filter((box) => areaOf(box) > 0);
}

/** The box in pieces of at most that size. */
export function tilesOf(box: Box, width: number, height: number): readonly Box[] {
  const tiles: Box[] = [];
  for (let top = box.top; top < box.bottom; top += height) {
    for (let left = box.left; left < box.right; left += width) {
      tiles.push({
        left,
        top,
        right: Math.min(box.right, left + width),
        bottom: Math.min(box.bottom, top + height),
      });
    }
  }
  return tiles;
}

/** Beyond this many, boxes are joined although that covers what no one asked for. */
const maxBoxes = 24;
/** Two boxes become one where that adds no more than this part to their areas: one drawing costs less than two. */
const slack = 1.25;

/** Adds a box to a list that covers the same and a little more, and stays short. Changes the list. */
export function addBox(boxes: Box[], box: Box): void {
  let grown = box;
  let best = closestTo(boxes, grown);
  while (best && (best.isCheap || boxes.length >= maxBoxes)) {
    const [other] = boxes.splice(best.index, 1);
    if (other) grown = unionOf(grown, other);
    best = closestTo(boxes, grown);
    if (best && !best.isCheap && boxes.length < maxBoxes) break;
  }
  boxes.push(grown);
}

/** The box that grows least by taking the other in. */
function closestTo(
  boxes: readonly Box[],
  box: Box,
): Readonly<{ index: number; isCheap: boolean }> | undefined {
  let best: { index: number; growth: number; isCheap: boolean } | undefined;
  for (const [index, other] of boxes.entries()) {
    const joined = areaOf(unionOf(box, other));
    const apart = areaOf(box) + areaOf(other);
    const growth = joined - apart;
    if (!best || growth < best.growth) best = { index, growth, isCheap: joined <= apart * slack };
  }
  return best;
}

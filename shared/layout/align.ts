import { boundsOf } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/records.ts";
import type { Box } from "./free-place.ts";

/** What is brought into line: an edge or the middle of boxes, sideways or up and down. */
export type Alignment = "left" | "center" | "right" | "top" | "middle" | "bottom";
/** Along which axis gaps are made equal. */
export type Axis = "horizontally" | "vertically";

/** A box that is to be arranged, by whatever names it. */
export type Named<Id> = readonly [id: Id, box: Box];
/** Where boxes go: their new top left corners, only of those that move. */
export type Places<Id> = readonly (readonly [id: Id, at: Point])[];

/** Boxes are never closer to each other than this, so that none hides another; canvas pixels. */
const minGapPx = 16;
/** Between the cards of a stack, canvas pixels: what tidy maps have between leaves. */
const stackGapPx = 16;

/** Brings one edge, or the middle, of all boxes into line: the outermost edge, or the middle of them all. */
export function align<Id>(boxes: readonly Named<Id>[], alignment: Alignment): Places<Id> {
  const around = boundsOfAll(boxes);
  return moved(boxes, ({ x, y, width, height }) => {
    switch (alignment) {
      case "left":
        return [around.x, y];
      case "center":
        return [around.x + (around.width - width) / 2, y];
      case "right":
        return [around.x + around.width - width, y];
      case "top":
        return [x, around.y];
      case "middle":
        return [x, around.y + (around.height - height) / 2];
      case "bottom":
        return [x, around.y + around.height - height];
    }
  });
}

/**
 * Makes the gaps between boxes equal, in the order in which they lie. The first and the last stay, unless there is too
 * little room between them for all the others: then everything after the first moves on as far as it must.
 */
export function distribute<Id>(boxes: readonly Named<Id>[], axis: Axis): Places<Id> {
  const [start, length] = sidesOf(axis);
  const inOrder = boxes.toSorted(
    ([, a], [, b]) => a[start] + a[length] / 2 - (b[start] + b[length] / 2) || a[start] - b[start],
  );
  const [first] = inOrder;
  const last = inOrder.at(-1);
  if (!first || !last) return [];
  const span = last[1][start] + last[1][length] - first[1][start];
  const filled = inOrder.reduce((sum, [, box]) => sum + box[length], 0);
  const gap = Math.max(minGapPx, (span - filled) / Math.max(1, inOrder.length - 1));
  let next = first[1][start];
  const starts = new Map(
    inOrder.map(([id, box]): readonly [Id, number] => {
      const at = next;
      next += box[length] + gap;
      return [id, at];
    }),
  );
  return moved(boxes, ({ x, y }, id) => {
    const at = starts.get(id) ?? 0;
    return axis === "horizontally" ? [at, y] : [x, at];
  });
}

/** Puts boxes one below the other, left edges in line, from where the uppermost and the leftmost of them lie. */
export function stack<Id>(boxes: readonly Named<Id>[]): Places<Id> {
  const { x, y } = boundsOfAll(boxes);
  let next = y;
  const tops = new Map(
    boxes
      .toSorted(([, a], [, b]) => a.y - b.y || a.x - b.x)
      .map(([id, { height }]): readonly [Id, number] => {
        const at = next;
        next += height + stackGapPx;
        return [id, at];
      }),
  );
  return moved(boxes, (_, id) => [x, tops.get(id) ?? y]);
}

function sidesOf(axis: Axis): readonly ["x", "width"] | readonly ["y", "height"] {
  return axis === "horizontally" ? ["x", "width"] : ["y", "height"];
}

/** Whole pixels, as the document keeps them; who stays is left out. */
function moved<Id>(boxes: readonly Named<Id>[], placeOf: (box: Box, id: Id) => Point): Places<Id> {
  return boxes.flatMap(([id, box]): Places<Id> => {
    const [x, y] = placeOf(box, id);
    const at: Point = [Math.round(x), Math.round(y)];
    return at[0] === box.x && at[1] === box.y ? [] : [[id, at]];
  });
}

function boundsOfAll<Id>(boxes: readonly Named<Id>[]): Box {
  return boundsOf(boxes.map(([, box]) => box)) ?? { x: 0, y: 0, width: 0, height: 0 };
}

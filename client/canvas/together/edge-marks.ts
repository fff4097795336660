import type { Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import type { Screen } from "../view/frame-view.ts";

/** Somebody who is not in sight, at the edge nearest to the way to them. Screen pixels; the angle clockwise from right. */
export type EdgeMark = Readonly<{ clientId: number; x: number; y: number; angleRad: number }>;

export type EdgeMarks = Readonly<{ marks: readonly EdgeMark[]; more: number }>;

/** More would hide the map. */
export const maxEdgeMarks = 12;

/** What the bars cover at the edges, and what a mark needs of room along each. */
const inset = { top: 68, right: 10, bottom: 76, left: 10 } as const;
const pitch = { high: 30, wide: 128 } as const;

/** Marks for those of `people` (places in screen pixels) whom the window does not show, the nearest first. */
export function edgeMarks(people: ReadonlyMap<number, Point>, screen: Screen): EdgeMarks {
  const middle: Point = [screen.width / 2, screen.height / 2];
  const away = [...people]
    .filter(([, [x, y]]) => x < 0 || y < 0 || x > screen.width || y > screen.height)
    .map(([clientId, at]) => ({ clientId, at, far: Math.hypot(at[0] - middle[0], at[1] - middle[1]) }))
    .sort((a, b) => a.far - b.far || a.clientId - b.clientId);
  const room: Rect = {
    x: inset.left,
    y: inset.top,
    width: Math.max(1, screen.width - inset.left - inset.right),
    height: Math.max(1, screen.height - inset.top - inset.bottom),
  };
  const marks = away.slice(0, maxEdgeMarks).map(({ clientId, at }) => ({
    clientId,
    ...edgeOf(room, at),
    angleRad: Math.atan2(at[1] - middle[1], at[0] - middle[0]),
  }));
  return { marks: spread(marks, room), more: away.length - marks.length };
}

/** Where the line from the middle of the room to a point leaves the room. */
export function edgeOf(room: Rect, [x, y]: Point): Readonly<{ x: number; y: number }> {
  const [halfWidth, halfHeight] = [room.width / 2, room.height / 2];
  const [middleX, middleY] = [room.x + halfWidth, room.y + halfHeight];
  const [dx, dy] = [x - middleX, y - middleY];
  const part = Math.min(
    1,
    dx === 0 ? Number.POSITIVE_INFINITY : halfWidth / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : halfHeight / Math.abs(dy),
  );
  return { x: middleX + dx * part, y: middleY + dy * part };
}

/** Moves marks along their edge so that none covers another, as far as there is room. */
function spread(marks: readonly EdgeMark[], room: Rect): readonly EdgeMark[] {
  const sides = new Map<string, EdgeMark[]>();
  for (const mark of marks) {
    const side = sideOf(mark, room);
    sides.set(side, [...(sides.get(side) ?? []), mark]);
  }
  const placed = [...sides].flatMap(([side, there]) => {
    const isUpright = side === "left" || side === "right";
    const sorted = there.toSorted((a, b) => (isUpright ? a.y - b.y : a.x - b.x) || a.clientId - b.clientId);
    // The corners belong to the top and the bottom, or marks of two edges would cover each other there.
    const corner = isUpright ? Math.min(pitch.high, room.height / 2) : 0;
    const [from, to] = isUpright
      ? [room.y + corner, room.y + room.height - corner]
      : [room.x, room.x + room.width];
    const along = apart(
      sorted.map(({ x, y }) => (isUpright ? y : x)),
      isUpright ? pitch.high : pitch.wide,
      [from, to],
    );
    return sorted.map((mark, index) => {
      const at = along[index] ?? from;
      return isUpright ? { ...mark, y: at } : { ...mark, x: at };
    });
  });
  const byId = new Map(placed.map((mark) => [mark.clientId, mark]));
  return marks.map((mark) => byId.get(mark.clientId) ?? mark);
}

/** Rising numbers at least `least` apart, each as near to where it was as the ones before allow, within the bounds. */
function apart(
  rising: readonly number[],
  least: number,
  [from, to]: readonly [number, number],
): readonly number[] {
  const gap = rising.length > 1 ? Math.min(least, (to - from) / (rising.length - 1)) : 0;
  const pushed: number[] = [];
  for (const at of rising) pushed.push(Math.max(at, (pushed.at(-1) ?? from - gap) + gap));
  let ceiling = to;
  for (let index = pushed.length - 1; index >= 0; index -= 1) {
    pushed[index] = Math.min(pushed[index] ?? to, ceiling);
    ceiling = (pushed[index] ?? to) - gap;
  }
  return pushed;
}

function sideOf({ x, y }: EdgeMark, room: Rect): "left" | "right" | "top" | "bottom" {
  const near = 0.5;
  if (x <= room.x + near) return "left";
  if (x >= room.x + room.width - near) return "right";
  return y <= room.y + near ? "top" : "bottom";
}

import type { Rect } from "#shared/diagram/index.ts";
import { rectsOverlap } from "#shared/diagram/rect.ts";
import type { CardId, GroupId, Point } from "#shared/model/index.ts";

/** A region as it was when the drag began, and which of its cards are in the hand. */
export type StartRegion = Readonly<{
  id: GroupId;
  box: Rect;
  /** Its cards that are being moved. */
  held: readonly CardId[];
  /** All of its cards are: the region moves, and nobody joins or leaves it. */
  isWhole: boolean;
}>;

/** Who would be in which group after a drop; `region` is the one that is joined or left. */
export type Regrouping = Readonly<{
  kind: "join" | "leave";
  region: StartRegion;
  cards: readonly CardId[];
  group: GroupId | null;
}>;

/**
 * What a drop does to groups: into the region under the pointer come all cards in the hand; those that have wholly left
 * theirs are in none. O(regions).
 */
export function regroupingAt(
  regions: readonly StartRegion[],
  pointer: Point,
  held: readonly (readonly [CardId, Rect])[],
): Regrouping | null {
  const under = regions
    .filter(({ box, isWhole }) => !isWhole && holds(box, pointer))
    .toSorted((a, b) => a.box.width * a.box.height - b.box.width * b.box.height)[0];
  const movesGroup = regions.some(({ isWhole, held: own }) => isWhole && own.length > 1);
  if (under) {
    const joining = held.map(([id]) => id).filter((id) => !under.held.includes(id));
    if (joining.length === 0 || movesGroup) return null;
    return { kind: "join", region: under, cards: joining, group: under.id };
  }
  const boxes = new Map(held);
  for (const region of regions) {
    if (region.isWhole) continue;
    const leaving = region.held.filter((id) => {
      const box = boxes.get(id);
      return box !== undefined && !rectsOverlap(box, region.box);
    });
    if (leaving.length > 0) return { kind: "leave", region, cards: leaving, group: null };
  }
  return null;
}

function holds({ x, y, width, height }: Rect, [px, py]: Point): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

import type { NodeChange } from "@xyflow/react";
import type { CardId, Point } from "#shared/model/index.ts";
import type { CanvasNode } from "../projection.ts";

/** Where a drag has brought cards so far, from what React Flow tells of its nodes. Pure. */
export function draggedPlaces(
  changes: readonly NodeChange<CanvasNode>[],
): readonly (readonly [CardId, Point])[] {
  return changes.flatMap((change): readonly (readonly [CardId, Point])[] =>
    change.type === "position" && change.dragging && change.position
      ? [[change.id as CardId, [Math.round(change.position.x), Math.round(change.position.y)]]]
      : [],
  );
}

/** The selection after React Flow's changes of it, or the same set where there were none. Pure. */
export function selectionAfter(
  selection: ReadonlySet<string>,
  changes: readonly NodeChange<CanvasNode>[],
): ReadonlySet<string> {
  const next = new Set(selection);
  let isChanged = false;
  for (const change of changes) {
    if (change.type !== "select") continue;
    isChanged = true;
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  return isChanged ? next : selection;
}

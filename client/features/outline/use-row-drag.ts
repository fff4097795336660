import { type DragAndDropHooks, type DropTarget, type Key, useDragAndDrop } from "react-aria-components";
import { getAs } from "#shared/model/index.ts";
import { isBelow, type OutlineRow } from "#shared/outline/index.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { useWords } from "../../words/use-words.ts";
import { useOutline, useOutlineState } from "./outline-context.tsx";
import type { OutlineItem } from "./outline-items.ts";
import { rowName } from "./row-words.ts";

/** Rows are dragged by pointer, by touch and by keyboard: onto a row, or between rows. */
export function useRowDrag(): DragAndDropHooks<OutlineItem> {
  const t = useWords();
  const { model, actions } = useOutline();
  const { doc } = useSession();
  const { canEdit } = useSessionStatus();
  // While writing, a press in the row is for the text.
  const isWriting = useOutlineState((state) => state.writing !== null);

  function rowsOf(keys: Iterable<Key>): readonly OutlineRow[] {
    const wanted = new Set(keys);
    return model.rowsShown().filter(({ key }) => wanted.has(key));
  }

  function canDrop(target: DropTarget, dragged: readonly OutlineRow[]): boolean {
    if (target.type === "root") return true;
    const row = model.rowOf(String(target.key));
    if (!row || (row.relation === "conflict" && target.dropPosition === "on")) return false;
    return !dragged.some((above) => isBelow(row, above));
  }

  const { dragAndDropHooks } = useDragAndDrop<OutlineItem>({
    isDisabled: !canEdit || isWriting,
    getItems: (keys) =>
      rowsOf(keys).flatMap((row) => {
        const card = getAs(doc, "card", row.card);
        return card ? [{ "text/plain": rowName(row, card, t), [rowType]: row.key }] : [];
      }),
    acceptedDragTypes: [rowType],
    getDropOperation: (target, _types, allowed) =>
      allowed.includes("move") && canDrop(target, []) ? "move" : "cancel",
    onMove: ({ keys, target }) => {
      const rows = rowsOf(keys);
      if (!canDrop(target, rows)) return;
      actions.moveTo(rows, model.rowOf(String(target.key)) ?? null, target.dropPosition);
    },
  });
  return dragAndDropHooks;
}

/** Only rows of this outline are dropped in it. */
const rowType = "application/x-counterpoint-row";

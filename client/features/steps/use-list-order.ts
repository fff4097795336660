import { type KeyboardEvent, useRef } from "react";
import { type DragAndDropHooks, useDragAndDrop } from "react-aria-components";

type Options<Id extends string> = Readonly<{
  /** In their order now. */
  ids: readonly Id[];
  /** What rows are called while they are dragged; rows of other lists are not taken. */
  type: string;
  textOf: (id: Id) => string;
  isDisabled: boolean;
  /** Puts them right before another, or at the end. */
  onMove: (ids: readonly Id[], before: Id | null) => void;
}>;

/** Rows in an order that is changed by dragging, by pointer, touch or keyboard, or by Alt and the arrow keys. */
export function useListOrder<Id extends string>(options: Options<Id>) {
  const { ids, type, textOf, isDisabled, onMove } = options;
  const frame = useRef<HTMLDivElement>(null);

  function following(id: Id, taken: ReadonlySet<Id>): Id | null {
    return ids.slice(ids.indexOf(id) + 1).find((next) => !taken.has(next)) ?? null;
  }

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled,
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": textOf(key as Id), [type]: String(key) })),
    acceptedDragTypes: [type],
    getDropOperation: () => "move",
    onReorder: ({ keys, target }) => {
      const taken = new Set([...keys] as Id[]);
      const at = target.key as Id;
      onMove([...taken], target.dropPosition === "before" && !taken.has(at) ? at : following(at, taken));
    },
  });

  /** Alt and an arrow: one place up or down. Keys on the row itself only, not on what stands in it. */
  function handleKeys(event: KeyboardEvent) {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (isDisabled || by === 0 || !event.altKey) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="row"]') : null;
    const id = ids.find((one) => one === row?.dataset["key"]);
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    shift(id, by);
    // Moved in the page, it may have lost the keyboard.
    requestAnimationFrame(() => focusRow(frame.current, id));
  }

  /** One place up or down. */
  function shift(id: Id, by: 1 | -1) {
    const at = ids.indexOf(id);
    if (at + by < 0 || at + by >= ids.length) return;
    onMove([id], (by < 0 ? ids[at - 1] : ids[at + 2]) ?? null);
  }

  return { dragAndDropHooks: dragAndDropHooks as DragAndDropHooks, handleKeys, shift, frame };
}

/** Gives the keyboard to the row of that key, where there is one. */
export function focusRow(frame: HTMLElement | null, key: string): void {
  frame?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(key)}"]`)?.focus();
}

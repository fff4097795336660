import type { TextEdit } from "#shared/doc/index.ts";

/** Where a caret stands after somebody else's edits; it stays before what is inserted right at it. */
export function caretAfter(caret: number, edits: readonly TextEdit[]): number {
  let at = caret;
  for (const { index, remove, insert } of edits) {
    if (index >= at) continue;
    at = Math.max(index, at - remove) + insert.length;
  }
  return at;
}

/** The same edit, made on a text that has been through `edits` meanwhile. */
export function editAfter(edit: TextEdit, edits: readonly TextEdit[]): TextEdit {
  const index = caretAfter(edit.index, edits);
  const end = caretAfter(edit.index + edit.remove, edits);
  return { index, remove: Math.max(0, end - index), insert: edit.insert };
}

import { type RefObject, type SyntheticEvent, useEffect, useRef } from "react";
import type { TextEdit } from "#shared/doc/index.ts";
import { textEdit } from "#shared/model/index.ts";
import { caretAfter, editAfter } from "./caret.ts";

/** What a field needs that writes in a text of the map. */
export type SharedTextProps = Readonly<{
  onInput: (event: SyntheticEvent<HTMLTextAreaElement>) => void;
  onCompositionStart: () => void;
  onCompositionEnd: () => void;
}>;

/** A text of the map: what it says now, how to hear of edits by character, and how to make one; false where refused. */
export type SharedText = Readonly<{
  read: () => string;
  watch: (listener: (edits: readonly TextEdit[]) => void) => () => void;
  write: (edit: TextEdit) => boolean;
}>;

/**
 * Ties a field to a text of the map while it is there. What is typed goes to the document by character, so several
 * people can write in one text; what others type appears around the caret. While an input method composes, the field is
 * left alone and what came meanwhile is taken in afterwards. `text` must stay the same while it is about the same.
 */
export function useSharedText(
  text: SharedText,
  field: RefObject<HTMLTextAreaElement | null>,
): SharedTextProps {
  const composing = useRef<{ before: string; meanwhile: TextEdit[] } | null>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.value = text.read();
    return text.watch((edits) => {
      if (composing.current) composing.current.meanwhile.push(...edits);
      else follow(element, text.read(), edits);
    });
  }, [text, field]);

  function write(edit: TextEdit) {
    if (edit.remove === 0 && edit.insert === "") return;
    // Refused (too long, or no longer allowed): the field shows again what the map holds.
    if (!text.write(edit) && field.current) field.current.value = text.read();
  }

  return {
    onInput: (event) => {
      if (!composing.current) write(textEdit(text.read(), event.currentTarget.value));
    },
    onCompositionStart: () => {
      composing.current = { before: text.read(), meanwhile: [] };
    },
    onCompositionEnd: () => {
      const { before, meanwhile } = composing.current ?? { before: "", meanwhile: [] };
      composing.current = null;
      const element = field.current;
      if (!element) return;
      const caret = caretAfter(element.selectionStart, meanwhile);
      write(editAfter(textEdit(before, element.value), meanwhile));
      element.value = text.read();
      element.setSelectionRange(caret, caret);
    },
  };
}

/** Brings the field to `text`; nothing happens where the edits were typed into it. */
function follow(element: HTMLTextAreaElement, text: string, edits: readonly TextEdit[]): void {
  if (element.value === text) return;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  element.value = text;
  const start = caretAfter(selectionStart, edits);
  element.setSelectionRange(start, Math.max(start, caretAfter(selectionEnd, edits)), selectionDirection);
}

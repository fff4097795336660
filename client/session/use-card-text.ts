import { type RefObject, type SyntheticEvent, useEffect, useRef } from "react";
import type { TextEdit } from "#shared/doc/index.ts";
import { type CardId, getAs, textEdit } from "#shared/model/index.ts";
import { caretAfter, editAfter } from "./caret.ts";
import type { OpenSession } from "./open-session.ts";
import { useSession } from "./session-context.tsx";

/** What a field needs that writes in a card. */
export type CardTextProps = Readonly<{
  onInput: (event: SyntheticEvent<HTMLTextAreaElement>) => void;
  onCompositionStart: () => void;
  onCompositionEnd: () => void;
}>;

/**
 * Ties a field to the text of a card while it is there, and takes the keyboard, the caret at the end. What is typed
 * goes to the document by character, so several people can write in one card; what others type appears around the
 * caret. While an input method composes, the field is left alone and what came meanwhile is taken in afterwards.
 */
export function useCardText(id: CardId, field: RefObject<HTMLTextAreaElement | null>): CardTextProps {
  const session = useSession();
  const composing = useRef<{ before: string; meanwhile: TextEdit[] } | null>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.value = textOf(session, id);
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    session.presence.edit(id);
    const stop = session.doc.watchText(id, (edits) => {
      if (composing.current) composing.current.meanwhile.push(...edits);
      else follow(element, textOf(session, id), edits);
    });
    return () => {
      stop();
      session.presence.edit(null);
    };
  }, [session, id, field]);

  function write(edit: TextEdit) {
    if (edit.remove === 0 && edit.insert === "") return;
    const result = session.apply({ type: "spliceText", id, ...edit });
    // Refused (too long, or no longer allowed): the field shows again what the card holds.
    if (!result.ok && field.current) field.current.value = textOf(session, id);
  }

  return {
    onInput: (event) => {
      session.presence.type();
      if (!composing.current) write(textEdit(textOf(session, id), event.currentTarget.value));
    },
    onCompositionStart: () => {
      composing.current = { before: textOf(session, id), meanwhile: [] };
    },
    onCompositionEnd: () => {
      const { before, meanwhile } = composing.current ?? { before: "", meanwhile: [] };
      composing.current = null;
      const element = field.current;
      if (!element) return;
      const caret = caretAfter(element.selectionStart, meanwhile);
      write(editAfter(textEdit(before, element.value), meanwhile));
      element.value = textOf(session, id);
      element.setSelectionRange(caret, caret);
    },
  };
}

function textOf(session: OpenSession, id: CardId): string {
  return getAs(session.doc, "card", id)?.text ?? "";
}

/** Brings the field to `text`; nothing happens where the edits were typed into it. */
function follow(element: HTMLTextAreaElement, text: string, edits: readonly TextEdit[]): void {
  if (element.value === text) return;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  element.value = text;
  const start = caretAfter(selectionStart, edits);
  element.setSelectionRange(start, Math.max(start, caretAfter(selectionEnd, edits)), selectionDirection);
}

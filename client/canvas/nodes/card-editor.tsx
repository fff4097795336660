import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { type CardBox, textDirection } from "#shared/diagram/index.ts";
import type { TextEdit } from "#shared/doc/index.ts";
import { type Card, modelLimits, textEdit } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useMapUiStore } from "../../state/map-ui-context.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./card-editor.module.css";
import { caretAfter, editAfter } from "./caret.ts";

/**
 * Writing in a card. What is typed goes to the document by character, so several people can write in one card; what
 * others type appears around the caret. While an input method composes, the field is left alone and what came
 * meanwhile is taken in afterwards.
 */
export function CardEditor({ card, box }: Readonly<{ card: Card; box: CardBox }>) {
  const t = useWords();
  const session = useSession();
  const { actions } = useCanvas();
  const ui = useMapUiStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useRef<{ before: string; meanwhile: TextEdit[] } | null>(null);
  const { id } = card;

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.value = session.doc.get(id)?.type === "card" ? textOf(session, id) : "";
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
  }, [session, id]);

  const height = Math.max(1, box.text.lines.length) * box.text.style.lineHeightPx;
  useLayoutEffect(() => {
    if (field.current) field.current.style.height = `${height}px`;
  }, [height]);

  function write(edit: TextEdit) {
    if (edit.remove === 0 && edit.insert === "") return;
    const result = session.apply({ type: "spliceText", id, ...edit });
    // Refused (too long, or no longer allowed): the field shows again what the card holds.
    if (!result.ok && field.current) field.current.value = textOf(session, id);
  }

  function handleCompositionEnd() {
    const { before, meanwhile } = composing.current ?? { before: "", meanwhile: [] };
    composing.current = null;
    const element = field.current;
    if (!element) return;
    const caret = caretAfter(element.selectionStart, meanwhile);
    write(editAfter(textEdit(before, element.value), meanwhile));
    element.value = textOf(session, id);
    element.setSelectionRange(caret, caret);
  }

  function handleKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (isUndo) {
      event.preventDefault();
      if (event.shiftKey) session.redo();
      else session.undo();
      // Taking back the card itself ends writing in it.
      if (!session.doc.get(id)) actions.finishEditing(id);
    } else if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
      event.preventDefault();
      actions.finishEditing(id);
      // Leaving by key goes back to the card; leaving by pointer goes where one points.
      if (session.doc.get(id)) ui.getState().focus(id);
    }
  }

  const { weight, sizePx, lineHeightPx } = box.text.style;
  const placeholder = t(`card.placeholder.${card.kind}`);
  return (
    <textarea
      ref={field}
      className={`${css["field"]} nodrag nopan nowheel`}
      style={{ top: box.text.y, font: `${weight} ${sizePx}px/${lineHeightPx}px var(--font-family)` }}
      aria-label={t("card.textLabel", { kind: t(`card.kind.${card.kind}`) })}
      placeholder={placeholder}
      maxLength={modelLimits.maxTextChars}
      rows={1}
      dir={textDirection(card.text || placeholder)}
      onInput={(event) => {
        if (!composing.current) write(textEdit(textOf(session, id), event.currentTarget.value));
      }}
      onCompositionStart={() => {
        composing.current = { before: textOf(session, id), meanwhile: [] };
      }}
      onCompositionEnd={handleCompositionEnd}
      onKeyDown={handleKeyDown}
      onBlur={() => actions.finishEditing(id)}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

function textOf(session: ReturnType<typeof useSession>, id: Card["id"]): string {
  const record = session.doc.get(id);
  return record?.type === "card" ? record.text : "";
}

/** Brings the field to `text`; nothing happens where the edits were typed into it. */
function follow(element: HTMLTextAreaElement, text: string, edits: readonly TextEdit[]): void {
  if (element.value === text) return;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  element.value = text;
  const start = caretAfter(selectionStart, edits);
  element.setSelectionRange(start, Math.max(start, caretAfter(selectionEnd, edits)), selectionDirection);
}

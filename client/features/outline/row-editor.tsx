import { type KeyboardEvent, useEffect, useRef } from "react";
import { textDirection } from "#shared/diagram/index.ts";
import { type Card, modelLimits } from "#shared/model/index.ts";
import type { OutlineRow } from "#shared/outline/index.ts";
import { undoWhileWriting } from "../../canvas/commands/undo-while-writing.ts";
import { useSession } from "../../session/session-context.tsx";
import { useCardText } from "../../session/use-card-text.ts";
import { useWords } from "../../words/use-words.ts";
import { useOutline } from "./outline-context.tsx";
import css from "./outline-row.module.css";

/**
 * Writing in a row. Enter ends it, with Ctrl or ⌘ it also begins the next row; Tab moves the row that is being written,
 * as outlines do; Escape first, and Tab leaves the outline.
 */
export function RowEditor({ row, card }: Readonly<{ row: OutlineRow; card: Card }>) {
  const t = useWords();
  const session = useSession();
  const { actions, store } = useOutline();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useCardText(card.id, field);

  useEffect(() => {
    const { writing } = store.getState();
    const caret = writing?.key === row.key ? writing.caret : null;
    if (caret !== null) field.current?.setSelectionRange(caret, caret);
  }, [store, row.key]);
  // After the text is there, which comes by an effect, too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows what is written, here and by others
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "0";
    element.style.height = `${element.scrollHeight}px`;
  }, [card.text]);

  function keepCaret() {
    const { writing, write } = store.getState();
    if (writing && field.current) write({ ...writing, caret: field.current.selectionStart });
  }

  /** The keyboard goes back to the row before the field goes. */
  function finish(element: HTMLElement) {
    element.closest<HTMLElement>('[role="row"]')?.focus({ preventScroll: true });
    actions.finishWriting(row.key);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (undoWhileWriting(event, session)) {
      // Taking back the card itself ends writing in it.
      if (!session.doc.get(card.id)) actions.finishWriting(row.key);
    } else if (event.key === "Tab" && !isCommand && !event.altKey) {
      event.preventDefault();
      keepCaret();
      if (event.shiftKey) actions.lift(row);
      else actions.indent(row);
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      keepCaret();
      actions.shift(row, event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Enter" && isCommand) {
      event.preventDefault();
      finish(event.currentTarget);
      if (session.doc.get(card.id)) actions.addAfter(row);
    } else if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
      event.preventDefault();
      finish(event.currentTarget);
    }
  }

  const placeholder = t(`card.placeholder.${card.kind}`);
  return (
    <textarea
      ref={field}
      className={css["field"]}
      aria-label={t("card.textLabel", { kind: t(`card.kind.${card.kind}`) })}
      placeholder={placeholder}
      maxLength={modelLimits.maxTextChars}
      rows={1}
      dir={textDirection(card.text || placeholder)}
      {...text}
      onKeyDown={handleKeyDown}
      // The tree would take the keyboard to the row that had it last.
      onFocus={(event) => event.stopPropagation()}
      onBlur={({ currentTarget, relatedTarget }) =>
        actions.finishWriting(row.key, relatedTarget !== currentTarget.closest('[role="row"]'))
      }
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

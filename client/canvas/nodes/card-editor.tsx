import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { type CardBox, textDirection } from "#shared/diagram/index.ts";
import { type Card, modelLimits } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useCardText } from "../../session/use-card-text.ts";
import { useMapUiStore } from "../../state/map-ui-context.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { undoWhileWriting } from "../commands/undo-while-writing.ts";
import css from "./card-editor.module.css";

/** Writing in a card; see `useCardText`. */
export function CardEditor({ card, box }: Readonly<{ card: Card; box: CardBox }>) {
  const t = useWords();
  const session = useSession();
  const { actions, view } = useCanvas();
  const ui = useMapUiStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const { id } = card;
  const text = useCardText(id, field);

  const height = Math.max(1, box.text.lines.length) * box.text.style.lineHeightPx;
  useLayoutEffect(() => {
    if (field.current) field.current.style.height = `${height}px`;
  }, [height]);

  function handleKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (undoWhileWriting(event, session)) {
      // Taking back the card itself ends writing in it.
      if (!session.doc.get(id)) {
        actions.finishEditing(id);
        view.takeFocus();
      }
    } else if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
      event.preventDefault();
      actions.finishEditing(id);
      // Leaving by key goes back to the card; leaving by pointer goes where one points.
      if (session.doc.get(id)) ui.getState().focus(id);
      else view.takeFocus();
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
      {...text}
      onKeyDown={handleKeyDown}
      onBlur={() => actions.finishEditing(id)}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

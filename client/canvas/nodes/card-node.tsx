import type { Node, NodeProps } from "@xyflow/react";
import { BookOpenText, CircleHelp, MessageSquareText } from "lucide-react";
import { memo, type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import { type CardBox, cardMetrics } from "#shared/diagram/index.ts";
import { type Card, type CardId, type CardKind, cardRef } from "#shared/model/index.ts";
import { usePeopleAt, useRecord, useSessionStatus } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { classNames } from "../../ui/class-names.ts";
import { useWords } from "../../words/use-words.ts";
import { useCanvas, useCardBox, useNotedName } from "../canvas-context.tsx";
import { CardEditor } from "./card-editor.tsx";
import { CardMarks } from "./card-marks.tsx";
import css from "./card-node.module.css";
import { CollapseMark } from "./collapse-mark.tsx";
import { PeopleMark } from "./people-mark.tsx";
import { type SproutIntent, Sprouts } from "./sprouts.tsx";
import { TalkMark } from "./talk-mark.tsx";
import { TextLines } from "./text-lines.tsx";
import { useKeyboardFocus } from "./use-keyboard-focus.ts";

export type CardFlowNode = Node<Record<string, never>, "card">;

const kindIcons: Readonly<Record<CardKind, ReactNode>> = {
  question: <CircleHelp size={13} />,
  claim: <MessageSquareText size={13} />,
  evidence: <BookOpenText size={13} />,
};

const statementIntents: readonly SproutIntent[] = ["because", "but"];
const questionIntents: readonly SproutIntent[] = ["answer", "part"];

/** One card on the canvas. It hears of its own record, of its own place in the selection, and of nothing else. */
export const CardNode = memo(function CardNode({ id, selected }: NodeProps<CardFlowNode>) {
  const cardId = id as CardId;
  const card = useRecord("card", cardId);
  const box = useCardBox(cardId);
  return card && box ? <CardView card={card} box={box} isSelected={selected} /> : null;
});

function CardView({ card, box, isSelected }: Readonly<{ card: Card; box: CardBox; isSelected: boolean }>) {
  const t = useWords();
  const { actions, visibility, notes } = useCanvas();
  const { canEdit } = useSessionStatus();
  const isEditing = useMapUi((state) => state.editing === card.id);
  const isOnlySelected = useMapUi((state) => state.selection.size === 1 && state.selection.has(card.id));
  const isMarked = useMapUi((state) => state.marked.has(card.id));
  const isDimmed = useSyncExternalStore(visibility.onChange, () => visibility.isDimmed(card.id));
  const [isPointedAt, setPointedAt] = useState(false);
  const people = usePeopleAt(card.id);
  const element = useRef<HTMLDivElement>(null);
  const isTabStop = useKeyboardFocus(card.id, element);
  const label = t("card.label", { kind: t(`card.kind.${card.kind}`), text: card.text || t("card.empty") });
  const name = useNotedName(card.id, label);
  // What one can do with a card is there only while one is at it: a screen full of buttons is slow to move.
  const isOffered = isPointedAt || isOnlySelected || isTabStop;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a card holds buttons and text; no element says "group of these"
    <div
      ref={element}
      role="group"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-roledescription={t("card.role")}
      className={classNames(css["card"], isSelected && css["selected"])}
      data-kind={card.kind}
      data-marked={isMarked || undefined}
      data-dimmed={isDimmed || undefined}
      data-color={card.color ?? undefined}
      style={{ width: box.width, height: box.height }}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onDoubleClick={(event) => {
        event.stopPropagation();
        actions.edit(card.id);
      }}
    >
      <header className={css["header"]}>
        <span className={css["kind"]}>
          {kindIcons[card.kind]}
          {t(`card.kind.${card.kind}`)}
        </span>
        {box.title ? (
          <span dir="auto" className={css["title"]}>
            {box.title}
          </span>
        ) : null}
      </header>
      {isEditing ? (
        <CardEditor card={card} box={box} />
      ) : (
        <TextLines
          block={box.text}
          isEmpty={card.text === ""}
          placeholder={t(`card.placeholder.${card.kind}`)}
        />
      )}
      {box.citations.map((citation, index) => (
        <div key={card.citations[index]?.id}>
          <div className={css["hairline"]} style={{ top: citation.y }} />
          <TextLines block={citation.quote} className={css["quote"]} />
          <TextLines block={citation.source} className={css["source"]} />
        </div>
      ))}
      {box.tags.lines.length > 0 ? <TextLines block={box.tags} className={css["source"]} /> : null}
      <CardMarks card={card} />
      {people.length > 0 ? <PeopleMark people={people} cardId={card.id} /> : null}
      {notes?.noteAt(card.id)}
      <CollapseMark id={card.id} isOffered={isOffered} />
      <TalkMark on={cardRef(card.id)} />
      {canEdit && !isEditing && isOffered ? (
        <div className={classNames(css["tools"], isOnlySelected && css["shown"])}>
          <Sprouts
            from={cardRef(card.id)}
            intents={card.kind === "question" ? questionIntents : statementIntents}
          />
        </div>
      ) : null}
    </div>
  );
}

/** The measures that style sheets share with the picture. */
export const cardVariables = {
  "--card-padding": `${cardMetrics.paddingPx}px`,
  "--card-radius": `${cardMetrics.radiusPx}px`,
  "--card-header": `${cardMetrics.headerHeightPx}px`,
  "--card-header-size": `${cardMetrics.header.sizePx}px`,
  "--card-header-weight": `${cardMetrics.header.weight}`,
} as const;

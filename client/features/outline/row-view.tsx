import {
  ArrowRight,
  BookMarked,
  BookOpenText,
  ChevronRight,
  CircleHelp,
  CornerDownRight,
  GripVertical,
  Link2,
  MessageCircle,
  MessageSquareText,
  MessagesSquare,
  Minus,
  PencilLine,
  Plus,
  RotateCcw,
  Zap,
} from "lucide-react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { Button } from "react-aria-components";
import { textDirection } from "#shared/diagram/index.ts";
import { type CardId, type CardKind, cardRef, getAs, type Ref } from "#shared/model/index.ts";
import type { OutlineRow, RowRelation } from "#shared/outline/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { usePeopleAt, useRecord, useSession, useSessionStatus } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { classNames } from "../../ui/class-names.ts";
import { talk } from "../../words/en/talk.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { useOutline, useOutlineState } from "./outline-context.tsx";
import type { OutlineNode } from "./outline-items.ts";
import css from "./outline-row.module.css";
import { RowEditor } from "./row-editor.tsx";
import { relationWord } from "./row-words.ts";

const kindIcons: Readonly<Record<CardKind, ReactNode>> = {
  question: <CircleHelp size={15} />,
  claim: <MessageSquareText size={15} />,
  evidence: <BookOpenText size={15} />,
};

const relationIcons: Readonly<Record<RowRelation, ReactNode>> = {
  root: null,
  reason: <Plus size={13} />,
  objection: <Minus size={13} />,
  backing: <Plus size={13} />,
  undercut: <Minus size={13} />,
  answer: <MessageCircle size={13} />,
  part: <CornerDownRight size={13} />,
  raised: <ArrowRight size={13} />,
  conflict: <Zap size={13} />,
};

/** What stands in a row. It hears of its own card and of who is there, and of nothing else. */
export function RowView({ node }: Readonly<{ node: OutlineNode }>) {
  const { row } = node;
  const t = useWords();
  const { canEdit } = useSessionStatus();
  const card = useRecord("card", row.card) ?? node.card;
  const isWriting = useOutlineState((state) => state.writing?.key === row.key);
  const { notes } = useCanvas();
  const content = useRef<HTMLDivElement>(null);
  useCall(row, content.current);
  const word = relationWord(row, t);
  return (
    <div ref={content} className={css["content"]} data-relation={row.relation} data-depth={row.depth}>
      {canEdit ? (
        <Button slot="drag" className={css["grip"] ?? ""} aria-label={t("outline.drag", { text: card.text })}>
          <GripVertical size={14} />
        </Button>
      ) : null}
      {node.canOpen ? (
        <Button slot="chevron" className={css["chevron"] ?? ""}>
          <ChevronRight size={15} />
        </Button>
      ) : (
        <span className={css["leaf"]} />
      )}
      <div className={css["body"]}>
        <span className={css["label"]}>
          {word ? (
            <span className={css["relation"]}>
              {row.together === "more" ? <Link2 size={13} /> : relationIcons[row.relation]}
              {row.together === "more" ? t("outline.and") : word}
            </span>
          ) : null}
          <span className={css["kind"]} title={t(`card.kind.${card.kind}`)} data-kind={card.kind}>
            {kindIcons[card.kind]}
          </span>
        </span>
        <div className={css["main"]}>
          {isWriting ? (
            <RowEditor row={row} card={card} />
          ) : (
            <span
              className={classNames(css["text"], card.text === "" && css["placeholder"])}
              dir={textDirection(card.text)}
            >
              {card.text || t(`card.placeholder.${card.kind}`)}
            </span>
          )}
          {notes?.lineAt ? <span className={css["fare"]}>{notes.lineAt(row.card)}</span> : null}
          <RowNotes node={node} />
        </div>
      </div>
    </div>
  );
}

function RowNotes({ node }: Readonly<{ node: OutlineNode }>) {
  const { row, elsewhere } = node;
  const t = useWords();
  const { doc, openTalk } = useSession();
  const { onSources } = useOutline();
  const card = useRecord("card", row.card) ?? node.card;
  const people = usePeopleAt(row.card);
  const writing = people.filter((peer) => peer.editing === row.card);
  const names = (writing.length > 0 ? writing : people).map((peer) => peer.user.name).join(", ");
  const placeName = (ref: Ref) => {
    const at = ref.type === "card" ? getAs(doc, "card", ref.id) : undefined;
    return at ? shortened(at.title || at.text) : t("outline.step");
  };
  const threads = useSyncExternalStore(
    (listener) => openTalk.subscribe(row.card, listener),
    () => openTalk.on(row.card)?.threads ?? 0,
  );
  const hasNotes =
    card.citations.length > 0 || people.length > 0 || elsewhere.length > 0 || row.isCircular || threads > 0;
  if (!hasNotes) return null;
  return (
    <span className={css["notes"]}>
      {card.citations.length > 0 ? (
        <Button className={css["note"] ?? ""} onPress={() => onSources(row.card)}>
          <BookMarked size={12} />
          {t("outline.citations", { count: card.citations.length })}
        </Button>
      ) : null}
      {threads > 0 ? <ThreadsNote card={row.card} count={threads} /> : null}
      {elsewhere.length > 0 ? (
        <span className={css["note"]}>
          {t("outline.elsewhere", { places: elsewhere.map(placeName).join("; ") })}
        </span>
      ) : null}
      {row.isCircular ? (
        <span className={css["note"]}>
          <RotateCcw size={12} />
          {t("outline.circle")}
        </span>
      ) : null}
      {people.length > 0 ? (
        <span className={css["people"]}>
          <i style={{ background: people[0]?.user.color }} />
          {writing.length > 0 ? <PencilLine size={12} /> : null}
          {writing.length > 0 ? t("presence.writing", { names }) : names}
        </span>
      ) : null}
    </span>
  );
}

/** How much about the card is being discussed; pressed, it shows the comments. */
function ThreadsNote({ card, count }: Readonly<{ card: CardId; count: number }>) {
  const say = useLaterWords(talk);
  const openComments = useMapUi((state) => state.openComments);
  return (
    <Button
      className={css["note"] ?? ""}
      aria-label={say("talk.badge", { count })}
      onPress={() => openComments(cardRef(card))}
    >
      <MessagesSquare size={12} />
      {count}
    </Button>
  );
}

/** Comes into sight when it is called. */
function useCall(row: OutlineRow, element: HTMLElement | null): void {
  const count = useOutlineState(({ call }) => (call?.key === row.key ? call.count : 0));
  useEffect(() => {
    if (count > 0) element?.scrollIntoView({ block: "nearest" });
  }, [count, element]);
}

const maxPlaceChars = 48;

function shortened(text: string): string {
  return text.length > maxPlaceChars ? `${text.slice(0, maxPlaceChars).trimEnd()}…` : text;
}

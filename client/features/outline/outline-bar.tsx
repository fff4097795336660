import {
  ArrowDown,
  ArrowUp,
  BookMarked,
  BookOpenText,
  CircleHelp,
  IndentDecrease,
  IndentIncrease,
  ListPlus,
  MessageCircle,
  MessageSquarePlus,
  MessageSquareText,
  Minus,
  Plus,
  Redo2,
  SquarePlus,
  Trash2,
  Undo2,
} from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { Toolbar } from "react-aria-components";
import { cardRef } from "#shared/model/index.ts";
import type { OutlineRow } from "#shared/outline/index.ts";
import { useRecord, useSession } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";
import { useOutline, useOutlineState } from "./outline-context.tsx";
import css from "./outline-pane.module.css";

/** What can be done in the outline with a finger: add, move, switch sides, and back. */
export function OutlineBar() {
  const t = useWords();
  const { model, actions } = useOutline();
  const current = useOutlineState((state) => state.current);
  useSyncExternalStore(model.onChange, model.shown);
  const row = current === null ? undefined : model.rowOf(current);
  return (
    <Toolbar aria-label={t("outline.toolbar")} className={css["bar"] ?? ""}>
      <Menu
        label={t("outline.add")}
        placement="top start"
        trigger={
          <IconButton label={t("outline.add")} tooltipPlacement="top">
            <SquarePlus size={18} />
          </IconButton>
        }
      >
        <MenuItem
          id="question"
          text={t("outline.add.question")}
          shortcut="Q"
          icon={<CircleHelp size={16} />}
          onAction={() => actions.addAtTop("question")}
        />
        <MenuItem
          id="claim"
          text={t("outline.add.claim")}
          shortcut="N"
          icon={<MessageSquareText size={16} />}
          onAction={() => actions.addAtTop("claim")}
        />
        <MenuItem
          id="evidence"
          text={t("outline.add.evidence")}
          shortcut="E"
          icon={<BookOpenText size={16} />}
          onAction={() => actions.addAtTop("evidence")}
        />
      </Menu>
      {row ? <RowTools row={row} /> : null}
      <HistoryTools />
    </Toolbar>
  );
}

function RowTools({ row }: Readonly<{ row: OutlineRow }>) {
  const t = useWords();
  const { actions, onSources } = useOutline();
  const card = useRecord("card", row.card);
  const isQuestion = card?.kind === "question";
  return (
    <>
      <Tool label={t("outline.sibling")} shortcut="Ctrl Enter" onPress={() => actions.addAfter(row)}>
        <ListPlus size={18} />
      </Tool>
      {isQuestion ? (
        <>
          <Tool label={t("outline.answer")} shortcut="A" onPress={() => actions.addBelow(row, "answer")}>
            <MessageCircle size={18} />
          </Tool>
          <Tool label={t("selection.part")} shortcut="Shift A" onPress={() => actions.addBelow(row, "part")}>
            <CircleHelp size={18} />
          </Tool>
        </>
      ) : (
        <>
          <Tool label={t("outline.because")} shortcut="S" onPress={() => actions.addBelow(row, "reason")}>
            <Plus size={18} className={css["support"]} />
          </Tool>
          <Tool label={t("outline.but")} shortcut="O" onPress={() => actions.addBelow(row, "objection")}>
            <Minus size={18} className={css["oppose"]} />
          </Tool>
        </>
      )}
      <i className={css["gap"]} />
      <Tool label={t("outline.lift")} shortcut="Alt ←" onPress={() => actions.lift(row)}>
        <IndentDecrease size={18} />
      </Tool>
      <Tool label={t("outline.indent")} shortcut="Alt →" onPress={() => actions.indent(row)}>
        <IndentIncrease size={18} />
      </Tool>
      <Tool label={t("outline.moveUp")} shortcut="Alt ↑" onPress={() => actions.shift(row, -1)}>
        <ArrowUp size={18} />
      </Tool>
      <Tool label={t("outline.moveDown")} shortcut="Alt ↓" onPress={() => actions.shift(row, 1)}>
        <ArrowDown size={18} />
      </Tool>
      <i className={css["gap"]} />
      {isQuestion ? null : (
        <Tool label={t("outline.sources")} onPress={() => onSources(row.card)}>
          <BookMarked size={17} />
        </Tool>
      )}
      <CommentTool row={row} />
      <Tool label={t("outline.delete")} shortcut="Del" onPress={() => actions.remove([row])}>
        <Trash2 size={17} />
      </Tool>
    </>
  );
}

/** Opens the comments on a row's card. */
function CommentTool({ row }: Readonly<{ row: OutlineRow }>) {
  const t = useWords();
  const openComments = useMapUi((state) => state.openComments);
  return (
    <Tool label={t("command.comment")} shortcut="M" onPress={() => openComments(cardRef(row.card))}>
      <MessageSquarePlus size={17} />
    </Tool>
  );
}

/** What there is to do for those who may comment and not edit. */
export function CommentersOutlineBar() {
  const t = useWords();
  const { model } = useOutline();
  const current = useOutlineState((state) => state.current);
  useSyncExternalStore(model.onChange, model.shown);
  const row = current === null ? undefined : model.rowOf(current);
  if (!row) return null;
  return (
    <Toolbar aria-label={t("outline.toolbar")} className={css["bar"] ?? ""}>
      <CommentTool row={row} />
    </Toolbar>
  );
}

function HistoryTools() {
  const t = useWords();
  const { actions } = useOutline();
  const { history } = useSession();
  const can = useSyncExternalStore(
    (listener) => history.onChange(listener),
    () => (history.canUndo ? 1 : 0) + (history.canRedo ? 2 : 0),
  );
  return (
    <>
      <i className={css["gap"]} />
      <Tool
        label={t("outline.undo")}
        shortcut="Ctrl Z"
        isDisabled={(can & 1) === 0}
        onPress={() => actions.undo()}
      >
        <Undo2 size={18} />
      </Tool>
      <Tool
        label={t("outline.redo")}
        shortcut="Ctrl Shift Z"
        isDisabled={(can & 2) === 0}
        onPress={() => actions.redo()}
      >
        <Redo2 size={18} />
      </Tool>
    </>
  );
}

type ToolProps = Readonly<{
  label: string;
  shortcut?: string;
  isDisabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}>;

function Tool(props: ToolProps) {
  return <IconButton {...props} tooltipPlacement="top" />;
}

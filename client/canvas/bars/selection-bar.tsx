import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Toolbar } from "react-aria-components";
import { type Argument, type Card, type Conflict, getAs, type RecordId } from "#shared/model/index.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { canRun, commandOf } from "../commands/index.ts";
import { backToCanvas } from "../view/back-to-canvas.ts";
import { ArgumentTools } from "./argument-tools.tsx";
import css from "./bars.module.css";
import { CardTools } from "./card-tools.tsx";
import { CommentButton } from "./comment-button.tsx";
import { ConflictTools } from "./conflict-tools.tsx";
import { DeleteButton } from "./delete-button.tsx";
import { SeveralTools } from "./several-tools.tsx";
import { useSelected } from "./use-selected.ts";

/** What can be done with what is selected; or, while a link is being made, what is still missing. */
export function SelectionBar({ onSources }: Readonly<{ onSources: (card: Card["id"]) => void }>) {
  const t = useWords();
  const { canEdit } = useSessionStatus();
  const connecting = useMapUi((state) => state.connecting);
  const stopConnecting = useMapUi((state) => state.stopConnecting);
  const isEditing = useMapUi((state) => state.editing !== null);
  const selected = useSelected();
  if (connecting) {
    return (
      <div className={css["bar"]} role="status">
        <span className={css["hint"]}>{t(`connect.hint.${connecting.intent}`)}</span>
        <Button size="small" onPress={stopConnecting}>
          {t("connect.cancel")}
        </Button>
      </div>
    );
  }
  if (selected.length === 0 || isEditing) return null;
  if (!canEdit) return <CommentersBar />;
  return (
    <Bar label={t("selection.label")}>
      <SelectedTools keys={selected} onSources={onSources} />
    </Bar>
  );
}

/** Who may not edit may still have something to say. */
function CommentersBar() {
  const t = useWords();
  const tools = useCanvas();
  const command = commandOf("comment");
  if (tools.session.role !== "commenter" || !command || !canRun(command, tools)) return null;
  return (
    <Bar label={t("selection.label")}>
      <CommentButton />
    </Bar>
  );
}

/** Going, it gives the keyboard back to the canvas, if it had it. */
function Bar({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  const tools = useCanvas();
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const bar = element.current;
    return () => {
      if (bar?.contains(document.activeElement)) backToCanvas(tools);
    };
  }, [tools]);
  return (
    <Toolbar ref={element} aria-label={label} className={css["bar"] ?? ""}>
      {children}
    </Toolbar>
  );
}

function SelectedTools(props: Readonly<{ keys: readonly string[]; onSources: (card: Card["id"]) => void }>) {
  const { doc } = useSession();
  const { actions } = useCanvas();
  const [first] = props.keys;
  if (props.keys.length > 1) return <SeveralTools keys={props.keys} />;
  const card: Card | undefined = getAs(doc, "card", first as RecordId);
  if (card) return <CardTools card={card} onSources={() => props.onSources(card.id)} />;
  const argument: Argument | undefined = getAs(doc, "argument", first as RecordId);
  if (argument) return <ArgumentTools argument={argument} />;
  const conflict: Conflict | undefined = getAs(doc, "conflict", first as RecordId);
  if (conflict) return <ConflictTools conflict={conflict} />;
  return <DeleteButton onPress={() => actions.deleteSelected()} />;
}

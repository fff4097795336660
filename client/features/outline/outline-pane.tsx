import { CircleHelp, Maximize2, MessageSquareText, PanelLeft, X } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import type { CardId } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { useSessionStatus } from "../../session/session-context.tsx";
import type { OutlinePlace } from "../../state/map-ui-store.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import { OutlineActions } from "./outline-actions.ts";
import { CommentersOutlineBar, OutlineBar } from "./outline-bar.tsx";
import { OutlineProvider, type OutlineTools, useOutline } from "./outline-context.tsx";
import { OutlineModel } from "./outline-model.ts";
import css from "./outline-pane.module.css";
import { createOutlineStore } from "./outline-store.ts";
import { OutlineTree } from "./outline-tree.tsx";
import { useSharedSelection } from "./use-shared-selection.ts";

export type OutlinePaneProps = Readonly<{
  place: Exclude<OutlinePlace, "none">;
  onPlace: (place: OutlinePlace) => void;
  /** Where there is room for the canvas as well. */
  canStandBeside: boolean;
  onSources: (card: CardId) => void;
}>;

/** The map as an outline: the same document as on the canvas, to read, write and move with a tree. */
export function OutlinePane(props: OutlinePaneProps) {
  const canvas = useCanvas();
  const [model, setModel] = useState<OutlineModel | null>(null);
  useEffect(() => {
    const made = new OutlineModel(canvas.session.records);
    setModel(made);
    return () => {
      setModel(null);
      made.dispose();
    };
  }, [canvas.session]);
  return model ? <Pane {...props} model={model} /> : null;
}

function Pane({ model, onSources, ...props }: OutlinePaneProps & Readonly<{ model: OutlineModel }>) {
  const canvas = useCanvas();
  const { canEdit } = useSessionStatus();
  const store = useMemo(() => createOutlineStore(), []);
  const tools = useMemo((): OutlineTools => {
    return { model, store, actions: new OutlineActions(canvas, model, store), onSources };
  }, [model, store, canvas, onSources]);
  return (
    <OutlineProvider tools={tools}>
      <div className={css["pane"]}>
        <PaneHead {...props} />
        <OutlineTree emptyState={<EmptyOutline />} />
        {canEdit ? <OutlineBar /> : canvas.session.role === "commenter" ? <CommentersOutlineBar /> : null}
        <SharedSelection isCanvasInSight={props.place === "beside"} />
      </div>
    </OutlineProvider>
  );
}

function PaneHead({ place, onPlace, canStandBeside }: Omit<OutlinePaneProps, "onSources">) {
  const t = useWords();
  if (!canStandBeside) return null;
  return (
    <header className={css["head"]}>
      <h2>{t("outline.view.outline")}</h2>
      {place === "beside" ? (
        <IconButton label={t("outline.alone")} size="small" onPress={() => onPlace("alone")}>
          <Maximize2 size={15} />
        </IconButton>
      ) : (
        <IconButton label={t("outline.beside")} size="small" onPress={() => onPlace("beside")}>
          <PanelLeft size={15} />
        </IconButton>
      )}
      <IconButton label={t("outline.close")} size="small" shortcut="\" onPress={() => onPlace("none")}>
        <X size={16} />
      </IconButton>
    </header>
  );
}

/** An empty map: the first row waits to be written. */
function EmptyOutline() {
  const t = useWords();
  const { canEdit } = useSessionStatus();
  const { actions } = useOutline();
  if (!canEdit) return <p className={css["empty"]}>{t("outline.empty.viewer")}</p>;
  return (
    <div className={css["empty"]}>
      <h3>{t("outline.empty.title")}</h3>
      <div className={css["first"]}>
        <Button
          size="small"
          variant="primary"
          icon={<MessageSquareText size={16} />}
          onPress={() => actions.addAtTop("claim")}
        >
          {t("outline.empty.add")}
        </Button>
        <Button size="small" icon={<CircleHelp size={16} />} onPress={() => actions.addAtTop("question")}>
          {t("outline.empty.ask")}
        </Button>
      </div>
      <p>{t("outline.empty.body")}</p>
    </div>
  );
}

function SharedSelection({ isCanvasInSight }: Readonly<{ isCanvasInSight: boolean }>) {
  useSharedSelection(isCanvasInSight);
  return null;
}

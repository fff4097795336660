import {
  BookOpenText,
  CircleHelp,
  Hand,
  LassoSelect,
  Maximize,
  MessageSquareText,
  MousePointer2,
  Redo2,
  Undo2,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import { useSyncExternalStore } from "react";
import { Toolbar } from "react-aria-components";
import type { CardKind } from "#shared/model/index.ts";
import type { OpenSession } from "../../session/open-session.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { classNames } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { ToggleIconButton } from "../../ui/toggle-icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { runCommand } from "../commands/index.ts";
import { newCardPlace } from "../view/new-card-place.ts";
import css from "./bars.module.css";
import { TidyMenu } from "./tidy-menu.tsx";
import { ToolMenu } from "./tool-menu.tsx";

/** The tools at the foot of the canvas: what a drag does, what can be added, back and forth, and the view. */
export function Dock() {
  const t = useWords();
  const session = useSession();
  const { canEdit } = useSessionStatus();
  const tool = useMapUi((state) => state.tool);
  const chooseTool = useMapUi((state) => state.chooseTool);
  return (
    <Toolbar aria-label={t("dock.label")} className={css["dock"] ?? ""}>
      <div className={classNames(css["part"], css["pointerTools"])}>
        <ToggleIconButton
          label={t("dock.hand")}
          isSelected={tool === "hand"}
          onChange={() => chooseTool("hand")}
        >
          <Hand size={18} />
        </ToggleIconButton>
        <ToggleIconButton
          label={t("dock.select")}
          isSelected={tool === "select"}
          onChange={() => chooseTool("select")}
        >
          <MousePointer2 size={18} />
        </ToggleIconButton>
        <ToggleIconButton
          label={t("dock.lasso")}
          shortcut="Y"
          isSelected={tool === "lasso"}
          onChange={() => chooseTool("lasso")}
        >
          <LassoSelect size={18} />
        </ToggleIconButton>
      </div>
      <div className={classNames(css["part"], css["toolMenu"])}>
        <ToolMenu />
      </div>
      {canEdit ? (
        <>
          <AddButtons />
          <HistoryButtons session={session} />
        </>
      ) : null}
      <ViewButtons />
    </Toolbar>
  );
}

function AddButtons() {
  const t = useWords();
  const { actions, view, scene } = useCanvas();
  const add = (kind: CardKind) => actions.addCard(kind, newCardPlace(view, scene));
  return (
    <div className={css["part"]} data-tour="add">
      <IconButton label={t("dock.addQuestion")} shortcut="Q" onPress={() => add("question")}>
        <CircleHelp size={18} />
      </IconButton>
      <IconButton label={t("dock.addClaim")} shortcut="N" onPress={() => add("claim")}>
        <MessageSquareText size={18} />
      </IconButton>
      <IconButton label={t("dock.addEvidence")} shortcut="E" onPress={() => add("evidence")}>
        <BookOpenText size={18} />
      </IconButton>
    </div>
  );
}

function HistoryButtons({ session }: Readonly<{ session: OpenSession }>) {
  const t = useWords();
  const { history } = session;
  const can = useSyncExternalStore(
    (listener) => history.onChange(listener),
    () => (history.canUndo ? 1 : 0) + (history.canRedo ? 2 : 0),
  );
  return (
    <div className={css["part"]}>
      <IconButton
        label={t("dock.undo")}
        shortcut="Ctrl Z"
        isDisabled={(can & 1) === 0}
        onPress={() => session.undo()}
      >
        <Undo2 size={18} />
      </IconButton>
      <IconButton
        label={t("dock.redo")}
        shortcut="Ctrl Shift Z"
        isDisabled={(can & 2) === 0}
        onPress={() => session.redo()}
      >
        <Redo2 size={18} />
      </IconButton>
    </div>
  );
}

function ViewButtons() {
  const t = useWords();
  const { canEdit } = useSessionStatus();
  const tools = useCanvas();
  return (
    <div className={css["part"]}>
      {canEdit ? <TidyMenu /> : null}
      <span className={css["roomy"]}>
        <IconButton label={t("dock.zoomOut")} shortcut="-" onPress={() => runCommand("zoomOut", tools)}>
          <ZoomOut size={18} />
        </IconButton>
        <IconButton label={t("dock.zoomIn")} shortcut="+" onPress={() => runCommand("zoomIn", tools)}>
          <ZoomIn size={18} />
        </IconButton>
      </span>
      <IconButton label={t("dock.fit")} shortcut="0" onPress={() => runCommand("fit", tools)}>
        <Maximize size={18} />
      </IconButton>
    </div>
  );
}

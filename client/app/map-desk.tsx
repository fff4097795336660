import { ListTree } from "lucide-react";
import { type CSSProperties, useState } from "react";
import type { CardId } from "#shared/model/index.ts";
import { Dock } from "../canvas/bars/dock.tsx";
import { SelectionBar } from "../canvas/bars/selection-bar.tsx";
import { ViewBars } from "../canvas/bars/view-bars.tsx";
import { useCanvas } from "../canvas/canvas-context.tsx";
import { runCommand } from "../canvas/commands/index.ts";
import { ContextMenu } from "../canvas/context-menu/context-menu.tsx";
import { MapCanvas } from "../canvas/map-canvas.tsx";
import { TogetherLayer } from "../canvas/together/together-layer.tsx";
import { MapControls } from "../features/map-menu/map-controls.tsx";
import { PeopleHere } from "../features/people/people-here.tsx";
import { SaveIndicator } from "../features/save-state/save-indicator.tsx";
import { useMapMeta, useSessionStatus } from "../session/session-context.tsx";
import { useMapTitle } from "../shell/document-title.ts";
import { dialogCode, FetchedDialog, useFetchedAhead } from "../shell/fetched-dialog.tsx";
import { useMapUi } from "../state/map-ui-context.tsx";
import { useView } from "../state/view-context.tsx";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import css from "./map-desk.module.css";
import { MapNotice } from "./map-notice.tsx";
import { MapTemplates } from "./map-templates.tsx";
import { MapTitle } from "./map-title.tsx";
import { OutlineSlot, OutlineToggle, useOutlinePlace, ViewSwitch } from "./outline-slot.tsx";
import { useDistinctColor } from "./use-distinct-color.ts";
import { useFirstSteps } from "./use-first-steps.ts";

const findPanel = dialogCode(async () => (await import("../features/find/find-panel.tsx")).FindPanel);
const filterPanel = dialogCode(async () => (await import("../features/filter/filter-panel.tsx")).FilterPanel);
const palette = dialogCode(async () => (await import("../features/palette/palette.tsx")).Palette);
const tour = dialogCode(async () => (await import("../features/tour/tour.tsx")).Tour);
const keyboardHelpDialog = dialogCode(
  async () => (await import("../features/keyboard-help/keyboard-help-dialog.tsx")).KeyboardHelpDialog,
);
const shareDialog = dialogCode(async () => (await import("../features/share/share-dialog.tsx")).ShareDialog);
const sourcesDialog = dialogCode(
  async () => (await import("../features/sources/sources-dialog.tsx")).SourcesDialog,
);

/** How the map was opened: the link's secret, a token for calls to the server, and the way to open it again. */
export type DeskProps = Readonly<{
  secret: string;
  token: string;
  reopen: () => Promise<string | undefined>;
}>;

/** The open map on the screen: the canvas, and around it the map's name, its state, its people and the tools. */
export function MapDesk(props: DeskProps) {
  const t = useWords();
  const tools = useCanvas();
  const { session } = tools;
  const { connection } = useSessionStatus();
  const { title } = useMapMeta();
  const dialog = useView((state) => state.dialog);
  const openDialog = useView((state) => state.openDialog);
  const closeDialog = useView((state) => state.closeDialog);
  const endTour = useView((state) => state.endTour);
  const panel = useMapUi((state) => state.panel);
  const closePanel = useMapUi((state) => state.closePanel);
  const outline = useOutlinePlace();
  const outlineWidth = useView((state) => state.outlineWidth);
  const [sourcesOf, setSourcesOf] = useState<CardId | null>(null);
  useMapTitle(session.mapId, title);
  useDistinctColor();
  useFirstSteps();
  useFetchedAhead(sourcesDialog);
  return (
    <div
      className={css["desk"]}
      data-outline={outline}
      style={{ "--outline-width": `${outlineWidth}px` } as CSSProperties}
    >
      <header className={css["head"]}>
        <div className={css["panel"]}>
          <MapControls
            mapId={session.mapId}
            title={title}
            role={session.role}
            token={props.token}
            onCommand={(id) => runCommand(id, tools)}
          />
          <MapTitle />
          <SaveIndicator />
          <OutlineToggle icon={<ListTree size={18} />} />
        </div>
        <div className={css["panel"]}>
          <PeopleHere onEditSelf={() => openDialog("person")} />
          <span data-tour="share">
            <Button variant="primary" size="small" onPress={() => openDialog("share")}>
              {t("workspace.share")}
            </Button>
          </span>
        </div>
      </header>
      <OutlineSlot onSources={setSourcesOf} />
      <main className={css["canvas"]}>
        <MapCanvas />
        <ContextMenu />
        <TogetherLayer />
      </main>
      <div className={css["aside"]}>
        <ViewBars />
        <FetchedDialog code={findPanel} dialog={{ isOpen: panel === "find", onOpenChange: closePanel }} />
        <FetchedDialog code={filterPanel} dialog={{ isOpen: panel === "filter", onOpenChange: closePanel }} />
      </div>
      <footer className={css["foot"]}>
        <SelectionBar onSources={setSourcesOf} />
        <Dock />
      </footer>
      <ViewSwitch />
      <MapNotice connection={connection} onReopen={props.reopen} />
      <MapTemplates />
      <FetchedDialog code={tour} dialog={{ isOpen: dialog === "tour", onOpenChange: endTour }} />
      <FetchedDialog code={palette} dialog={{ isOpen: dialog === "palette", onOpenChange: closeDialog }} />
      <FetchedDialog
        code={keyboardHelpDialog}
        dialog={{
          isOpen: dialog === "keyboard",
          onOpenChange: (isOpen) => (isOpen ? openDialog("keyboard") : closeDialog()),
        }}
      />
      <FetchedDialog
        code={shareDialog}
        dialog={{
          mapId: session.mapId,
          role: session.role,
          secret: props.secret,
          isOpen: dialog === "share",
          onOpenChange: (isOpen) => (isOpen ? openDialog("share") : closeDialog()),
        }}
      />
      {sourcesOf ? (
        <FetchedDialog
          code={sourcesDialog}
          dialog={{
            cardId: sourcesOf,
            isOpen: true,
            onOpenChange: (isOpen) => isOpen || setSourcesOf(null),
          }}
        />
      ) : null}
    </div>
  );
}

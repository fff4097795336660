import { type CSSProperties, lazy, Suspense, useEffect } from "react";
import type { ExchangeLink } from "../api/link-secret.ts";
import { type CanvasNotes, useCanvas } from "../canvas/canvas-context.tsx";
import { runCommand } from "../canvas/commands/index.ts";
import { MapCanvas } from "../canvas/map-canvas.tsx";
import { StillCanvas } from "../canvas/still-canvas.tsx";
import { inIdleTime } from "../session/idle-time.ts";
import { useMapMeta, useSessionStatus } from "../session/session-context.tsx";
import { useMapTitle } from "../shell/document-title.ts";
import { dialogCode, FetchedDialog, useFetchedAhead } from "../shell/fetched-dialog.tsx";
import { useMapUi } from "../state/map-ui-context.tsx";
import { useView } from "../state/view-context.tsx";
import type { DialogName } from "../state/view-store.ts";
import { Button } from "../ui/button.tsx";
import { fetchToasts } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import css from "./map-desk.module.css";
import { OutlineSlot, useOutlinePlace } from "./outline-slot.tsx";
import { useDistinctColor } from "./use-distinct-color.ts";
import { useFirstSteps } from "./use-first-steps.ts";
import { useOncePainted } from "./use-once-painted.ts";

/** All in one piece, which is fetched when the map can be seen: cards come before what stands around them. */
const fetchParts = () => import("./desk-parts.ts");
const ContextMenu = lazy(async () => ({ default: (await fetchParts()).ContextMenu }));
const Dock = lazy(async () => ({ default: (await fetchParts()).Dock }));
const MapAside = lazy(async () => ({ default: (await fetchParts()).MapAside }));
const MapControls = lazy(async () => ({ default: (await fetchParts()).MapControls }));
const MapFiles = lazy(async () => ({ default: (await fetchParts()).MapFiles }));
const MapNotice = lazy(async () => ({ default: (await fetchParts()).MapNotice }));
const MapTemplates = lazy(async () => ({ default: (await fetchParts()).MapTemplates }));
const MapTitle = lazy(async () => ({ default: (await fetchParts()).MapTitle }));
const OutlineToggle = lazy(async () => ({ default: (await fetchParts()).OutlineToggle }));
const PeopleHere = lazy(async () => ({ default: (await fetchParts()).PeopleHere }));
const SaveIndicator = lazy(async () => ({ default: (await fetchParts()).SaveIndicator }));
const SelectionBar = lazy(async () => ({ default: (await fetchParts()).SelectionBar }));
const TogetherLayer = lazy(async () => ({ default: (await fetchParts()).TogetherLayer }));
const ViewSwitch = lazy(async () => ({ default: (await fetchParts()).ViewSwitch }));

const findPanel = dialogCode(async () => (await import("../features/find/find-panel.tsx")).FindPanel);
const filterPanel = dialogCode(async () => (await import("../features/filter/filter-panel.tsx")).FilterPanel);
const palette = dialogCode(async () => (await import("../features/palette/palette.tsx")).Palette);
const tour = dialogCode(async () => (await import("../features/tour/tour.tsx")).Tour);
const keyboardHelpDialog = dialogCode(
  async () => (await import("../features/keyboard-help/keyboard-help-dialog.tsx")).KeyboardHelpDialog,
);
const historyDialog = dialogCode(
  async () => (await import("../features/history/history-dialog.tsx")).HistoryDialog,
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
  exchangeLink: ExchangeLink;
}>;

export type MapDeskProps = DeskProps &
  Readonly<{
    /** Takes what the canvas is to say on its cards. */
    onNotes: (notes: CanvasNotes | undefined) => void;
  }>;

/** The open map on the screen: the canvas, and around it the map's name, its state, its people and the tools. */
export function MapDesk(props: MapDeskProps) {
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
  const openStateOf = (name: DialogName) => ({
    isOpen: dialog === name,
    onOpenChange: (isOpen: boolean) => (isOpen ? openDialog(name) : closeDialog()),
  });
  const outline = useOutlinePlace();
  const outlineWidth = useView((state) => state.outlineWidth);
  const isPainted = useOncePainted();
  const sourcesOf = useMapUi((state) => state.sourcesOf);
  const openSources = useMapUi((state) => state.openSources);
  const closeSources = useMapUi((state) => state.closeSources);
  useMapTitle(session.mapId, title);
  useDistinctColor();
  useFirstSteps();
  useFetchedAhead(sourcesDialog);
  useEffect(() => {
    if (!isPainted) return;
    // The way back to all maps is open without a network, too, and so are messages; where they do not come, going there
    // and the next message ask again.
    inIdleTime(() => {
      for (const part of [fetchToasts(), import("./first-page.tsx")]) void part.catch(() => undefined);
    });
  }, [isPainted]);
  return (
    <div
      className={css["desk"]}
      data-outline={outline}
      style={{ "--outline-width": `${outlineWidth}px` } as CSSProperties}
    >
      <header className={css["head"]}>
        <div className={css["panel"]}>
          {isPainted ? (
            <Suspense>
              <MapControls
                mapId={session.mapId}
                title={title}
                role={session.role}
                token={props.token}
                onCommand={(id) => runCommand(id, tools)}
              />
              <MapTitle />
              <SaveIndicator />
              <OutlineToggle />
            </Suspense>
          ) : null}
        </div>
        <div className={css["panel"]}>
          {isPainted ? (
            <Suspense>
              <PeopleHere onEditSelf={() => openDialog("person")} />
            </Suspense>
          ) : null}
          <span data-tour="share">
            <Button variant="primary" size="small" onPress={() => openDialog("share")}>
              {t("workspace.share")}
            </Button>
          </span>
        </div>
      </header>
      <OutlineSlot onSources={openSources} />
      <main className={css["canvas"]}>
        <MapCanvas />
        {isPainted ? (
          <Suspense>
            <ContextMenu />
            <TogetherLayer />
          </Suspense>
        ) : null}
      </main>
      <div className={css["aside"]}>
        {isPainted ? (
          <Suspense>
            <MapAside token={props.token} reopen={props.reopen} onNotes={props.onNotes} />
          </Suspense>
        ) : null}
        <FetchedDialog code={findPanel} dialog={{ isOpen: panel === "find", onOpenChange: closePanel }} />
        <FetchedDialog code={filterPanel} dialog={{ isOpen: panel === "filter", onOpenChange: closePanel }} />
      </div>
      <footer className={css["foot"]}>
        {isPainted ? (
          <Suspense>
            <SelectionBar onSources={openSources} />
            <Dock />
          </Suspense>
        ) : null}
      </footer>
      {isPainted ? (
        <Suspense>
          <ViewSwitch />
          <MapNotice connection={connection} onReopen={props.reopen} />
          <MapTemplates />
          <MapFiles />
        </Suspense>
      ) : null}
      <FetchedDialog
        code={tour}
        dialog={{ isOpen: dialog === "tour", onOpenChange: endTour }}
        leavesKeyboard
      />
      <FetchedDialog code={palette} dialog={openStateOf("palette")} />
      <FetchedDialog code={keyboardHelpDialog} dialog={openStateOf("keyboard")} />
      <FetchedDialog
        code={historyDialog}
        dialog={{
          token: props.token,
          // Imported by what is fetched later, the canvas would be taken apart into two files.
          StillCanvas,
          ...openStateOf("history"),
        }}
      />
      <FetchedDialog
        code={shareDialog}
        dialog={{
          mapId: session.mapId,
          role: session.role,
          secret: props.secret,
          token: props.token,
          exchangeLink: props.exchangeLink,
          onDelete: () => openDialog("delete-map"),
          ...openStateOf("share"),
        }}
      />
      {sourcesOf ? (
        <FetchedDialog
          code={sourcesDialog}
          dialog={{
            cardId: sourcesOf,
            isOpen: true,
            onOpenChange: (isOpen) => isOpen || closeSources(),
          }}
        />
      ) : null}
    </div>
  );
}

import { Presentation } from "lucide-react";
import { useState } from "react";
import { VisuallyHidden } from "react-aria-components";
import type { PresentationId } from "#shared/model/index.ts";
import { goTo } from "../api/go-to.ts";
import { reportFetcher } from "../api/report-api.ts";
import { ViewBars } from "../canvas/bars/view-bars.tsx";
import { type CanvasNotes, useCanvas } from "../canvas/canvas-context.tsx";
import { Comments } from "../features/comments/comments.tsx";
import type { TalkAccess } from "../features/comments/use-comments-state.ts";
import { useSession } from "../session/session-context.tsx";
import { dialogCode, FetchedDialog } from "../shell/fetched-dialog.tsx";
import { useMapUi } from "../state/map-ui-context.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useWords } from "../words/use-words.ts";
import { MapHealth } from "./map-health.tsx";

const takeAwayDialog = dialogCode(
  async () => (await import("../features/takeaway/take-away-dialog.tsx")).TakeAwayDialog,
);
const fareBar = dialogCode(async () => (await import("../canvas/weighing/fare-bar.tsx")).FareBar);
const stepsPanel = dialogCode(async () => (await import("../features/steps/steps-panel.tsx")).StepsPanel);

export type MapAsideProps = TalkAccess &
  Readonly<{
    /** Takes what the canvas is to say on its cards. */
    onNotes: (notes: CanvasNotes | undefined) => void;
  }>;

/**
 * What stands at the right of the canvas and need not be there at once: what is out of sight, how cards fare, comments,
 * presentations, health.
 */
export function MapAside({ onNotes, ...access }: MapAsideProps) {
  const { layer, showLayer } = useCanvas();
  const [news, setNews] = useState("");
  return (
    <>
      <ViewBars />
      <FetchedDialog
        code={fareBar}
        leavesKeyboard
        dialog={{
          isOpen: layer !== "none",
          onOpenChange: (isOpen) => isOpen || showLayer("none"),
          onNotes,
          onNews: setNews,
        }}
      />
      {/* It stands before there is anything to say: what comes with its words already in it is commonly not read out. */}
      <VisuallyHidden elementType="div">
        <p role="status">{news}</p>
      </VisuallyHidden>
      <Comments {...access} />
      <MapHealth />
      <Presentations token={access.token} />
    </>
  );
}

/** The button for presentations, their panel, and what can be taken home of them. */
function Presentations({ token }: Pick<TalkAccess, "token">) {
  const t = useWords();
  const { mapId } = useSession();
  const [takenAway, setTakenAway] = useState<PresentationId | null>(null);
  const [isTaking, setTaking] = useState(false);
  const isOpen = useMapUi((state) => state.panel === "steps");
  const openPanel = useMapUi((state) => state.openPanel);
  const closePanel = useMapUi((state) => state.closePanel);
  return (
    <>
      {isOpen ? null : (
        <IconButton
          label={t("command.presentations")}
          shortcut="Shift P"
          variant="raised"
          tooltipPlacement="left"
          onPress={() => openPanel("steps")}
        >
          <Presentation size={18} />
        </IconButton>
      )}
      <FetchedDialog
        code={stepsPanel}
        dialog={{
          isOpen,
          onOpenChange: (isStillOpen) => isStillOpen || closePanel(),
          onTakeAway: (presentation) => {
            setTakenAway(presentation);
            setTaking(true);
          },
          onPresent: (presentation, step) => {
            const asked = new URLSearchParams({
              presentation: presentation ?? "",
              ...(step ? { step } : {}),
            });
            goTo(`/m/${mapId}/present?${asked}`);
          },
        }}
      />
      <FetchedDialog
        code={takeAwayDialog}
        dialog={{
          isOpen: isTaking,
          onOpenChange: setTaking,
          presentation: takenAway,
          fetchReport: reportFetcher(window.fetch.bind(window), mapId, token),
        }}
      />
    </>
  );
}

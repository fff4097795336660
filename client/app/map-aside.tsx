import { Presentation } from "lucide-react";
import { useLocation } from "wouter";
import { ViewBars } from "../canvas/bars/view-bars.tsx";
import { Comments } from "../features/comments/comments.tsx";
import type { TalkAccess } from "../features/comments/use-comments-state.ts";
import { useSession } from "../session/session-context.tsx";
import { dialogCode, FetchedDialog } from "../shell/fetched-dialog.tsx";
import { useMapUi } from "../state/map-ui-context.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useWords } from "../words/use-words.ts";

const stepsPanel = dialogCode(async () => (await import("../features/steps/steps-panel.tsx")).StepsPanel);

/** What stands at the right of the canvas and need not be there at once: what is out of sight, comments, presentations. */
export function MapAside(access: TalkAccess) {
  return (
    <>
      <ViewBars />
      <Comments {...access} />
      <Presentations />
    </>
  );
}

/** The button for presentations, and their panel. */
function Presentations() {
  const t = useWords();
  const { mapId } = useSession();
  const [, navigate] = useLocation();
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
          onPresent: (presentation, step) => {
            const asked = new URLSearchParams({
              ...(presentation ? { presentation } : {}),
              ...(step ? { step } : {}),
            });
            // The link's secret is in the history entry, and the page of the talk needs it as well.
            navigate(`/m/${mapId}/present${asked.size > 0 ? `?${asked}` : ""}`, {
              state: window.history.state,
            });
          },
        }}
      />
    </>
  );
}

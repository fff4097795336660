import { Stethoscope } from "lucide-react";
import { dialogCode, FetchedDialog } from "../shell/fetched-dialog.tsx";
import { useMapUi } from "../state/map-ui-context.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useWords } from "../words/use-words.ts";

const healthPanel = dialogCode(async () => (await import("../features/health/health-panel.tsx")).HealthPanel);

/** The button for what could be better about the map, and its panel. */
export function MapHealth() {
  const t = useWords();
  const isOpen = useMapUi((state) => state.panel === "health");
  const openPanel = useMapUi((state) => state.openPanel);
  const closePanel = useMapUi((state) => state.closePanel);
  return (
    <>
      {isOpen ? null : (
        <IconButton
          label={t("command.health")}
          variant="raised"
          tooltipPlacement="left"
          onPress={() => openPanel("health")}
        >
          <Stethoscope size={18} />
        </IconButton>
      )}
      <FetchedDialog
        code={healthPanel}
        dialog={{ isOpen, onOpenChange: (isStillOpen) => isStillOpen || closePanel() }}
      />
    </>
  );
}

import { ListTree } from "lucide-react";
import { useMapUi } from "../state/map-ui-context.tsx";
import { narrowQuery, useMediaQuery } from "../state/media-query.ts";
import { ToggleIconButton } from "../ui/toggle-icon-button.tsx";
import { useWords } from "../words/use-words.ts";
import { useOutlinePlace } from "./outline-slot.tsx";

/** Opens the outline beside the canvas, or puts it away. On a phone the switch at the foot does. */
export function OutlineToggle() {
  const t = useWords();
  const place = useOutlinePlace();
  const isNarrow = useMediaQuery(narrowQuery);
  const placeOutline = useMapUi((state) => state.placeOutline);
  if (isNarrow) return null;
  return (
    <span data-tour="outline">
      <ToggleIconButton
        label={t("outline.view.outline")}
        shortcut="\"
        isSelected={place !== "none"}
        onChange={(isOn) => placeOutline(isOn ? "beside" : "none")}
      >
        <ListTree size={18} />
      </ToggleIconButton>
    </span>
  );
}

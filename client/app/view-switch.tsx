import { useEffect } from "react";
import { useMapUi } from "../state/map-ui-context.tsx";
import { narrowQuery, useMediaQuery } from "../state/media-query.ts";
import { Segmented } from "../ui/segmented.tsx";
import { useWords } from "../words/use-words.ts";
import { fetchOutline } from "./fetch-outline.ts";
import css from "./outline-slot.module.css";
import { useOutlinePlace } from "./outline-slot.tsx";

/** On a phone: the outline or the canvas, within reach of the thumb. */
export function ViewSwitch() {
  const t = useWords();
  const place = useOutlinePlace();
  const isNarrow = useMediaQuery(narrowQuery);
  const placeOutline = useMapUi((state) => state.placeOutline);
  useEffect(() => {
    // Its code is here before the switch is pressed; where it does not come, pressing asks again.
    if (isNarrow) void fetchOutline().catch(() => undefined);
  }, [isNarrow]);
  if (!isNarrow) return null;
  return (
    <nav className={css["switch"]} aria-label={t("outline.view")}>
      <Segmented<"outline" | "canvas">
        label={t("outline.view")}
        value={place === "none" ? "canvas" : "outline"}
        onChange={(view) => placeOutline(view === "outline" ? "alone" : "none")}
        options={[
          { value: "outline", label: t("outline.view.outline") },
          { value: "canvas", label: t("outline.view.canvas") },
        ]}
      />
    </nav>
  );
}

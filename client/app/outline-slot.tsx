import { lazy, Suspense } from "react";
import type { CardId } from "#shared/model/index.ts";
import { useMapUi } from "../state/map-ui-context.tsx";
import type { OutlinePlace } from "../state/map-ui-store.ts";
import { narrowQuery, useMediaQuery } from "../state/media-query.ts";
import { useView } from "../state/view-context.tsx";
import { outlineWidths } from "../state/view-store.ts";
import { Resizer } from "../ui/resizer.tsx";
import { useWords } from "../words/use-words.ts";
import { fetchOutline } from "./fetch-outline.ts";
import css from "./outline-slot.module.css";

const OutlinePane = lazy(async () => ({ default: (await fetchOutline()).OutlinePane }));

/** Where the outline stands, as far as there is room: on a phone it never stands beside the canvas. */
export function useOutlinePlace(): OutlinePlace {
  const place = useMapUi((state) => state.outline);
  const isNarrow = useMediaQuery(narrowQuery);
  return isNarrow && place === "beside" ? "alone" : place;
}

/** The place of the outline: left of the canvas, or instead of it. Its code is fetched when it is wanted. */
export function OutlineSlot({ onSources }: Readonly<{ onSources: (card: CardId) => void }>) {
  const t = useWords();
  const place = useOutlinePlace();
  const isNarrow = useMediaQuery(narrowQuery);
  const placeOutline = useMapUi((state) => state.placeOutline);
  const width = useView((state) => state.outlineWidth);
  const resizeOutline = useView((state) => state.resizeOutline);
  if (place === "none") return null;
  return (
    <section className={css["slot"]} data-place={place} aria-label={t("outline.label")}>
      <Suspense>
        <OutlinePane place={place} onPlace={placeOutline} canStandBeside={!isNarrow} onSources={onSources} />
      </Suspense>
      {place === "beside" ? (
        <Resizer
          label={t("outline.resize")}
          value={width}
          min={outlineWidths.min}
          max={outlineWidths.max}
          onChange={resizeOutline}
        />
      ) : null}
    </section>
  );
}

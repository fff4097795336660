import { ChevronDown, ChevronRight } from "lucide-react";
import { useSyncExternalStore } from "react";
import { type CardId, cardsBelow, type MapView } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./collapse-mark.module.css";

/**
 * Hides what is below a card, or says how much is hidden there and shows it again. The offer to hide stands on a card
 * only while one is at it (`isOffered`).
 */
export function CollapseMark({ id, isOffered }: Readonly<{ id: CardId; isOffered: boolean }>) {
  const t = useWords();
  const { doc } = useSession();
  const { visibility } = useCanvas();
  const isCollapsed = useMapUi((state) => state.collapsed.has(id));
  const toggle = useMapUi((state) => state.toggleCollapsed);
  const count = useSyncExternalStore(visibility.onChange, () => visibility.countBelow(id));
  const isShown = isCollapsed ? count > 0 : isOffered && hasBelow(doc, id);
  if (!isShown) return null;
  const label = isCollapsed ? t("card.collapsed", { count }) : t("card.collapse");
  return (
    <button
      type="button"
      className={`${css["mark"]} nodrag nopan`}
      data-collapsed={isCollapsed}
      aria-expanded={!isCollapsed}
      aria-label={label}
      title={label}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        toggle(id);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {isCollapsed ? <ChevronRight size={13} /> : <ChevronDown size={13} />}
      {isCollapsed ? `+${count}` : null}
    </button>
  );
}

/** Looks no further than the first card. */
function hasBelow(map: MapView, id: CardId): boolean {
  for (const _ of cardsBelow(map, id)) return true;
  return false;
}

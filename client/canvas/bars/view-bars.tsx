import { Minus, Plus } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useRecord } from "../../session/session-context.tsx";
import { isFiltering, noFilter } from "../../state/card-filter.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { type Focus, maxFocusSteps } from "../../state/map-ui-store.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { filter as words } from "../../words/en/filter.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./bars.module.css";

/** Says that less than the whole map is in sight, and gives the rest back. */
export function ViewBars() {
  const focusedOn = useMapUi((state) => state.focusedOn);
  const filter = useMapUi((state) => state.filter);
  return (
    <>
      {focusedOn ? <FocusBar focus={focusedOn} /> : null}
      {isFiltering(filter) ? <FilterBar /> : null}
    </>
  );
}

function FocusBar({ focus: { card: id, steps } }: Readonly<{ focus: Focus }>) {
  const t = useLaterWords(words);
  const { ui, view } = useCanvas();
  const card = useRecord("card", id);
  const { focusOn, leaveFocus } = ui.getState();
  return (
    <section className={css["viewBar"]} aria-label={t("focus.card", { text: card?.text ?? "" })}>
      <span className={css["viewText"]} role="status">
        <bdi className={css["viewName"]}>{t("focus.card", { text: card?.text ?? "" })}</bdi>
        <span>{t("focus.steps", { count: steps })}</span>
        <Shown />
      </span>
      <IconButton
        label={t("focus.less")}
        size="small"
        isDisabled={steps <= 1}
        onPress={() => focusOn(id, steps - 1)}
      >
        <Minus size={15} />
      </IconButton>
      <IconButton
        label={t("focus.more")}
        size="small"
        isDisabled={steps >= maxFocusSteps}
        onPress={() => focusOn(id, steps + 1)}
      >
        <Plus size={15} />
      </IconButton>
      <Button
        size="small"
        onPress={() => {
          leaveFocus();
          view.takeFocus();
        }}
      >
        {t("focus.leave")}
      </Button>
    </section>
  );
}

function FilterBar() {
  const t = useLaterWords(words);
  const { ui, view } = useCanvas();
  const filter = useMapUi((state) => state.filter);
  return (
    <section className={css["viewBar"]} aria-label={t("filter.inForce")}>
      <span className={css["viewText"]} role="status">
        <span className={css["viewName"]}>{t("filter.label")}</span>
        <Shown />
      </span>
      <Button
        size="small"
        onPress={() => {
          ui.getState().chooseFilter({ ...noFilter, isDimming: filter.isDimming });
          view.takeFocus();
        }}
      >
        {t("filter.clear")}
      </Button>
    </section>
  );
}

function Shown() {
  const t = useLaterWords(words);
  const { scene, visibility } = useCanvas();
  const shown = useSyncExternalStore(
    (listener) => visibility.onChange(listener),
    () => visibility.shownCount,
  );
  return <span>{t("filter.shown", { shown, count: scene.cardCount })}</span>;
}

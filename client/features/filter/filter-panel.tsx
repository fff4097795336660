import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { getAs } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { useWayBack } from "../../canvas/view/back-to-canvas.ts";
import { useSession } from "../../session/session-context.tsx";
import { type CardFilter, isFiltering, noFilter } from "../../state/card-filter.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { filter as filterWords } from "../../words/en/filter.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { countForFilter, type FilterCounts } from "./filter-counts.ts";
import css from "./filter-panel.module.css";

/** While others edit, the numbers are counted again at most this often. */
const countAgainMs = 1_000;

type ListName = Exclude<keyof CardFilter, "among" | "isDimming">;

export type FilterPanelProps = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

export function FilterPanel({ isOpen, onOpenChange }: FilterPanelProps) {
  return isOpen ? <Lists onClose={() => onOpenChange(false)} /> : null;
}

/** Which cards to see: by kind, author, tag, group and colour. */
function Lists({ onClose }: Readonly<{ onClose: () => void }>) {
  const t = useWords();
  const tell = useLaterWords(filterWords);
  const { session, ui } = useCanvas();
  const filter = useMapUi((state) => state.filter);
  const counts = useCounts();
  const { chooseFilter } = ui.getState();
  const panel = useRef<HTMLElement>(null);
  const goBack = useWayBack();
  useEffect(() => panel.current?.focus(), []);

  function list<Name extends ListName>(
    name: Name,
    legend: string,
    nameOf: (value: CardFilter[Name][number]) => string,
  ): ReactNode {
    type Value = CardFilter[Name][number];
    const chosen = filter[name] as readonly Value[];
    const known = counts[name] as ReadonlyMap<Value, number>;
    const values = [...known.keys(), ...chosen.filter((value) => !known.has(value))];
    if (values.length === 0 || (values.length === 1 && chosen.length === 0)) return null;
    return (
      <fieldset className={css["list"]}>
        <legend className={css["legend"]}>{legend}</legend>
        {values.map((value) => (
          <Checkbox
            key={value}
            label={tell("filter.option", { name: nameOf(value), count: known.get(value) ?? 0 })}
            isSelected={chosen.includes(value)}
            onChange={(isOn) =>
              chooseFilter({
                ...filter,
                [name]: isOn ? [...chosen, value] : chosen.filter((other) => other !== value),
              })
            }
          />
        ))}
      </fieldset>
    );
  }

  const lists = [
    list("kinds", tell("filter.kinds"), (kind) => t(`card.kind.${kind}`)),
    list("tags", tell("filter.tags"), (tag) => tag),
    list("authors", tell("filter.authors"), (author) => author || tell("filter.nameless")),
    list(
      "groups",
      tell("filter.groups"),
      (id) => getAs(session.doc, "group", id)?.title || t("group.untitled"),
    ),
    list("colors", tell("filter.colors"), (tint) => t(`color.${tint}`)),
  ].filter((found) => found !== null);

  function close() {
    onClose();
    goBack();
  }

  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={css["panel"]}
      aria-label={tell("filter.label")}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <header className={css["head"]}>
        <h2 className={css["title"]}>{tell("filter.label")}</h2>
        <IconButton label={t("app.close")} size="small" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      <div className={css["lists"]}>
        {lists.length > 0 ? lists.map(keyed) : <p>{tell("filter.empty")}</p>}
      </div>
      <footer className={css["foot"]}>
        <Checkbox
          label={tell("filter.dim")}
          isSelected={filter.isDimming}
          onChange={(isDimming) => chooseFilter({ ...filter, isDimming })}
        />
        <Button
          size="small"
          isDisabled={!isFiltering(filter)}
          onPress={() => chooseFilter({ ...noFilter, isDimming: filter.isDimming })}
        >
          {tell("filter.clear")}
        </Button>
      </footer>
    </section>
  );
}

function keyed(list: ReactNode, index: number) {
  return <div key={index}>{list}</div>;
}

function useCounts(): FilterCounts {
  const { records, doc } = useSession();
  const [counts, setCounts] = useState(() => countForFilter(doc.records.values()));
  useEffect(() => {
    let timer: number | undefined;
    const stop = records.subscribeAll(() => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        setCounts(countForFilter(doc.records.values()));
      }, countAgainMs);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [records, doc]);
  return counts;
}

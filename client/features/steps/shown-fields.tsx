import { GripVertical, X } from "lucide-react";
import { Button as AriaButton, GridList, GridListItem } from "react-aria-components";
import { type ArgumentId, type CardId, stepReveals } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { shownText } from "./describe-shown.ts";
import type { StepFieldsProps } from "./step-fields.ts";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";
import { useListOrder } from "./use-list-order.ts";

const rowType = "application/x-counterpoint-shown";

/** What a step shows, in the order of revealing, and what else is in view. */
export function ShownFields({ step, actions }: StepFieldsProps) {
  const say = useStepsWords();
  // Heard of so that the buttons follow what is selected.
  useMapUi((state) => state.selection);
  const selected = actions.selected();
  const shows = new Set<string>(step.shows);
  const isAllShown = selected.length > 0 && selected.every((id) => shows.has(id));
  return (
    <div className={css["fields"]}>
      {step.shows.length > 0 ? (
        <ShownList step={step} actions={actions} />
      ) : (
        <p className={css["aside"]}>{say("steps.showsNothing")}</p>
      )}
      <div className={css["buttons"]}>
        <Button
          size="small"
          isDisabled={selected.length === 0}
          onPress={() => actions.showSelected(step, !isAllShown)}
        >
          {say(isAllShown ? "steps.hideSelection" : "steps.showSelection")}
        </Button>
      </div>
      <Checkbox
        label={say("steps.oneByOne")}
        hint={say("steps.oneByOneHint")}
        isSelected={step.build === "one-by-one"}
        onChange={(isOn) => actions.edit(step.id, { build: isOn ? "one-by-one" : "together" })}
      />
      <Select
        label={say("steps.reveal")}
        value={step.reveal}
        onChange={(reveal) => actions.edit(step.id, { reveal })}
        options={stepReveals.map((value) => ({ value, label: say(`steps.reveal.${value}`) }))}
      />
    </div>
  );
}

function ShownList({ step, actions }: StepFieldsProps) {
  const say = useStepsWords();
  const { doc } = useSession();
  const textOf = (id: CardId | ArgumentId) => shownText(doc, id, say) ?? "";
  const { dragAndDropHooks, handleKeys, frame } = useListOrder<CardId | ArgumentId>({
    ids: step.shows,
    type: rowType,
    textOf,
    isDisabled: false,
    onMove: (moved, before) => {
      const rest = step.shows.filter((id) => !moved.includes(id));
      const at = before === null ? rest.length : rest.indexOf(before);
      actions.setShows(step.id, rest.toSpliced(at, 0, ...moved));
    },
  });
  const items = step.shows.map((id) => ({ id, text: textOf(id) }));
  return (
    <div ref={frame} onKeyDownCapture={handleKeys}>
      <GridList
        aria-label={say("steps.showsList")}
        className={css["shown"] ?? ""}
        items={items}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
      >
        {({ id, text }) => (
          <GridListItem id={id} textValue={text} className={css["shownRow"] ?? ""}>
            <AriaButton
              slot="drag"
              className={css["grip"] ?? ""}
              aria-label={say("steps.dragShown", { text })}
            >
              <GripVertical size={14} />
            </AriaButton>
            <bdi className={css["shownText"]}>{text}</bdi>
            <IconButton
              label={say("steps.takeOut", { text })}
              size="small"
              onPress={() =>
                actions.setShows(
                  step.id,
                  step.shows.filter((one) => one !== id),
                )
              }
            >
              <X size={14} />
            </IconButton>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}

import { stepLayers } from "#shared/model/index.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import type { StepFieldsProps } from "./step-fields.ts";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";

/** What stands out on a step, and what is said on the cards. */
export function LookFields({ step, actions }: StepFieldsProps) {
  const say = useStepsWords();
  // Heard of so that the button follows what is selected.
  useMapUi((state) => state.selection);
  const selected = actions.selected();
  return (
    <div className={css["fields"]}>
      <Checkbox
        label={say("steps.dims")}
        isSelected={step.dimsOthers}
        onChange={(dimsOthers) => actions.edit(step.id, { dimsOthers })}
      />
      {step.emphasises.length > 0 ? (
        <p className={css["aside"]}>{say("steps.emphasised", { count: step.emphasises.length })}</p>
      ) : null}
      <div className={css["buttons"]}>
        <Button
          size="small"
          isDisabled={selected.length === 0}
          onPress={() => actions.edit(step.id, { emphasises: selected })}
        >
          {say("steps.emphasise")}
        </Button>
        {step.emphasises.length > 0 ? (
          <Button size="small" onPress={() => actions.edit(step.id, { emphasises: [] })}>
            {say("steps.emphasiseNothing")}
          </Button>
        ) : null}
      </div>
      <Select
        label={say("steps.layer")}
        value={step.layer}
        onChange={(layer) => actions.edit(step.id, { layer })}
        options={stepLayers.map((value) => ({ value, label: say(`steps.layer.${value}`) }))}
      />
    </div>
  );
}

import { stepTransitions } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import type { StepFieldsProps } from "./step-fields.ts";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";

/** Where one looks, and how one gets there. */
export function CameraFields({ step, actions }: StepFieldsProps) {
  const say = useStepsWords();
  const { view } = useCanvas();
  // Heard of so that the button follows what is selected.
  useMapUi((state) => state.selection);
  const cards = actions.selectedCards();
  const holds = step.view
    ? say("steps.camera.rect")
    : step.fits.length > 0
      ? say("steps.camera.cards", { count: step.fits.length })
      : say("steps.camera.all");

  function takeView() {
    const { x, y, width, height } = view.seen();
    actions.edit(step.id, {
      view: [Math.round(x), Math.round(y), Math.max(1, Math.round(width)), Math.max(1, Math.round(height))],
      fits: [],
    });
  }

  return (
    <div className={css["fields"]}>
      <p className={css["aside"]}>{holds}</p>
      <div className={css["buttons"]}>
        <Button size="small" onPress={takeView}>
          {say("steps.takeView")}
        </Button>
        <Button
          size="small"
          isDisabled={cards.length === 0}
          onPress={() => actions.edit(step.id, { view: null, fits: cards })}
        >
          {say("steps.fitSelection")}
        </Button>
        <Button
          size="small"
          isDisabled={step.view === null && step.fits.length === 0}
          onPress={() => actions.edit(step.id, { view: null, fits: [] })}
        >
          {say("steps.fitAll")}
        </Button>
      </div>
      <Select
        label={say("steps.transition")}
        value={step.transition}
        onChange={(transition) => actions.edit(step.id, { transition })}
        options={stepTransitions.map((value) => ({ value, label: say(`steps.transition.${value}`) }))}
      />
    </div>
  );
}

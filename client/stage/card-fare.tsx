import type { CardId, StepLayer } from "#shared/model/index.ts";
import { CardFare as FareOf } from "../canvas/weighing/fare-note.tsx";
import { useStageTools } from "./stage-context.tsx";

/** How a card fares on the layer of a step, where it is read as text; nothing where the step does not show it. */
export function CardFare({ id, layer }: Readonly<{ id: CardId; layer: StepLayer }>) {
  const { weighing } = useStageTools();
  return layer === "none" ? null : <FareOf weighing={weighing} layer={layer} id={id} />;
}

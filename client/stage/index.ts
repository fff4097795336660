/** A talk on the screen: what it is now, and the canvas that it drives; for who presents and who follows. */
export { CardFare } from "./card-fare.tsx";
export { JoinCode } from "./join-code.tsx";
export { useLetterKeys } from "./letter-keys.ts";
export { StageCanvas } from "./stage-canvas.tsx";
export {
  StageProvider,
  useIsLed,
  useShowing,
  useStage,
  useStageNow,
  useStageTools,
  useSteps,
} from "./stage-context.tsx";
export { type StageKeyId, stageKeys } from "./stage-keys.ts";
export { type Hall, useHall } from "./use-hall.ts";
export { useStageKeys } from "./use-stage-keys.ts";

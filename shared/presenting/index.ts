/** Talks about a map: what a talk is at a moment, what can be done with it, and what is to be seen of the map then. */
export { type Arrangement, Arrangements } from "./arrangements.ts";
export { beatsOf, isEmptyStep, type Shown } from "./beats.ts";
export {
  buildPath,
  defaultPathOptions,
  mainCard,
  type PathOptions,
  type PathStep,
  type PathTitleOf,
  stepsOfPath,
} from "./build-path.ts";
export {
  cameraRect,
  type Legibility,
  largestTextShare,
  largestTitlePx,
  leastTextShare,
  legibilityOf,
  projector,
  safeShare,
  smallestTypePx,
  zoomFor,
} from "./legibility.ts";
export { newestStage } from "./newest-stage.ts";
export { type Pace, type Pacing, pacingOf } from "./pacing.ts";
export type { PathOrder } from "./path-groups.ts";
export { firstPlace, lastPlace, placeAfter, placeBefore, playable, stepAfter, stepBefore } from "./places.ts";
export { partToRead, type ReadingRow, readingOf } from "./reading.ts";
export { type Report, type ReportBlock, reportOf } from "./report.ts";
export type { ReportLanguage } from "./report-words.ts";
export { type Showing, type StageCamera, showingAt } from "./showing.ts";
export { spotOn } from "./spotlight.ts";
export {
  addTime,
  type Beginning,
  beginTalk,
  blank,
  clearTimer,
  endTalk,
  focusOn,
  gather,
  goTo,
  hold,
  joinBy,
  offer,
  putTimer,
  showCode,
  showPoll,
  spotlight,
  stopTimer,
  take,
  timeLeft,
} from "./stage-words.ts";

import { type MotionName, slowdown } from "./options.ts";

/** The motions in words, for tables. */
export const motionLabels: Readonly<Record<MotionName, string>> = {
  "pan-1": "pan at zoom 1",
  "pan-0.5": "pan at zoom 0.5",
  "pan-0.25": "pan at zoom 0.25",
  "pan-fit": "pan, whole map",
  zoom: "zoom 1 to 0.1 and back",
  drag: "drag one card",
  "edits-still-1": "20 edits a second, still, zoom 1",
  "edits-still-fit": "20 edits a second, still, whole map",
  "edits-pan-1": "20 edits a second, slow pan, zoom 1",
  "edits-pan-fit": "20 edits a second, slow pan, whole map",
  "slow-pan-1": `pan at zoom 1, processor ${slowdown} times slower`,
  "slow-pan-0.5": `pan at zoom 0.5, processor ${slowdown} times slower`,
  "slow-pan-0.25": `pan at zoom 0.25, processor ${slowdown} times slower`,
  "slow-pan-fit": `pan, whole map, processor ${slowdown} times slower`,
};

import { hasCards } from "./chosen.ts";
import { type MapCommand, withAltShift } from "./map-command.ts";

const several: Pick<MapCommand, "group" | "changes" | "isFor"> = {
  group: "arrange",
  changes: true,
  isFor: (tools) => hasCards(tools, 2),
};
const three: typeof several = { ...several, isFor: (tools) => hasCards(tools, 3) };

/** Brings what is selected into line. */
export const arrangeCommands: readonly MapCommand[] = [
  {
    ...several,
    id: "alignLeft",
    keys: withAltShift("ArrowLeft"),
    run: ({ actions }) => actions.arrange.align("left"),
  },
  {
    ...several,
    id: "alignCenter",
    keys: withAltShift("c"),
    run: ({ actions }) => actions.arrange.align("center"),
  },
  {
    ...several,
    id: "alignRight",
    keys: withAltShift("ArrowRight"),
    run: ({ actions }) => actions.arrange.align("right"),
  },
  {
    ...several,
    id: "alignTop",
    keys: withAltShift("ArrowUp"),
    run: ({ actions }) => actions.arrange.align("top"),
  },
  {
    ...several,
    id: "alignMiddle",
    keys: withAltShift("m"),
    run: ({ actions }) => actions.arrange.align("middle"),
  },
  {
    ...several,
    id: "alignBottom",
    keys: withAltShift("ArrowDown"),
    run: ({ actions }) => actions.arrange.align("bottom"),
  },
  {
    ...three,
    id: "distributeHorizontally",
    keys: withAltShift("h"),
    run: ({ actions }) => actions.arrange.distribute("horizontally"),
  },
  {
    ...three,
    id: "distributeVertically",
    keys: withAltShift("v"),
    run: ({ actions }) => actions.arrange.distribute("vertically"),
  },
  {
    ...several,
    id: "stack",
    keys: withAltShift("s"),
    run: ({ actions }) => actions.arrange.stack(),
  },
];

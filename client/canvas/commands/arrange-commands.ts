import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Rows3,
} from "lucide-react";
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
    icon: AlignStartVertical,
    run: ({ actions }) => actions.arrange.align("left"),
  },
  {
    ...several,
    id: "alignCenter",
    keys: withAltShift("c"),
    icon: AlignCenterVertical,
    run: ({ actions }) => actions.arrange.align("center"),
  },
  {
    ...several,
    id: "alignRight",
    keys: withAltShift("ArrowRight"),
    icon: AlignEndVertical,
    run: ({ actions }) => actions.arrange.align("right"),
  },
  {
    ...several,
    id: "alignTop",
    keys: withAltShift("ArrowUp"),
    icon: AlignStartHorizontal,
    run: ({ actions }) => actions.arrange.align("top"),
  },
  {
    ...several,
    id: "alignMiddle",
    keys: withAltShift("m"),
    icon: AlignCenterHorizontal,
    run: ({ actions }) => actions.arrange.align("middle"),
  },
  {
    ...several,
    id: "alignBottom",
    keys: withAltShift("ArrowDown"),
    icon: AlignEndHorizontal,
    run: ({ actions }) => actions.arrange.align("bottom"),
  },
  {
    ...three,
    id: "distributeHorizontally",
    keys: withAltShift("h"),
    icon: AlignHorizontalSpaceBetween,
    run: ({ actions }) => actions.arrange.distribute("horizontally"),
  },
  {
    ...three,
    id: "distributeVertically",
    keys: withAltShift("v"),
    icon: AlignVerticalSpaceBetween,
    run: ({ actions }) => actions.arrange.distribute("vertically"),
  },
  {
    ...several,
    id: "stack",
    keys: withAltShift("s"),
    icon: Rows3,
    run: ({ actions }) => actions.arrange.stack(),
  },
];

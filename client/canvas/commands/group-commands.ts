import type { GroupId } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { selectedCards } from "../selected-cards.ts";
import { commonGroup, groupToJoin, hasCards } from "./chosen.ts";
import { type MapCommand, plain, withCommand, withCommandShift } from "./map-command.ts";

/** The group that is chosen by its cards. */
function chosenGroup(tools: CanvasTools): GroupId | null {
  return commonGroup(selectedCards(tools.ui, tools.session));
}

function withGroup(run: (tools: CanvasTools, group: GroupId) => void): Pick<MapCommand, "isFor" | "run"> {
  return {
    isFor: (tools) => chosenGroup(tools) !== null,
    run: (tools) => {
      const group = chosenGroup(tools);
      if (group) run(tools, group);
    },
  };
}

/** Named regions of cards. */
export const groupCommands: readonly MapCommand[] = [
  {
    id: "group",
    group: "edit",
    keys: withCommand("g"),
    changes: true,
    isFor: (tools) => hasCards(tools),
    run: ({ actions }) => actions.groups.groupSelected(),
  },
  {
    id: "addToGroup",
    group: "edit",
    keys: plain("j"),
    changes: true,
    isFor: (tools) => groupToJoin(selectedCards(tools.ui, tools.session)) !== null,
    run: (tools) => tools.actions.groups.assignSelected(groupToJoin(selectedCards(tools.ui, tools.session))),
  },
  {
    id: "leaveGroup",
    group: "edit",
    keys: plain("J"),
    changes: true,
    isFor: (tools) => selectedCards(tools.ui, tools.session).some(({ group }) => group !== null),
    run: ({ actions }) => actions.groups.assignSelected(null),
  },
  {
    id: "renameGroup",
    group: "edit",
    keys: plain("M"),
    changes: true,
    ...withGroup(({ ui }, group) => ui.getState().startNaming(group)),
  },
  {
    id: "ungroup",
    group: "edit",
    keys: withCommandShift("g"),
    changes: true,
    ...withGroup(({ actions }, group) => actions.groups.ungroup(group)),
  },
  {
    id: "collapseGroup",
    group: "view",
    keys: plain("G"),
    ...withGroup(({ ui }, group) => ui.getState().toggleGroupCollapsed(group)),
  },
];

import { goTo } from "../../api/go-to.ts";
import { currentRef } from "./current.ts";
import { type MapCommand, plain, withAlt } from "./map-command.ts";

/** What one does because others are there. */
export const togetherCommands: readonly MapCommand[] = [
  {
    id: "comment",
    group: "view",
    keys: plain("m"),
    isFor: (tools) => currentRef(tools) !== undefined,
    run: (tools) => tools.ui.getState().openComments(currentRef(tools) ?? null),
  },
  {
    id: "comments",
    group: "view",
    keys: plain("C"),
    run: ({ ui }) => ui.getState().openComments(null),
  },
  {
    id: "presentations",
    group: "view",
    keys: plain("P"),
    run: ({ ui }) => ui.getState().openPanel("steps"),
  },
  {
    id: "health",
    group: "view",
    run: ({ ui }) => ui.getState().openPanel("health"),
  },
  {
    id: "present",
    group: "view",
    keys: withAlt("p"),
    // Who may only look follows what others present.
    changes: true,
    run: ({ session }) => goTo(`/m/${session.mapId}/present`),
  },
  {
    id: "followAgain",
    group: "view",
    keys: plain("f"),
    isFor: ({ following }) => following.last !== null && following.followed() === null,
    run: ({ following }) => following.again(),
  },
  {
    id: "gather",
    group: "view",
    // Who may only look may not call the others away: the server would not pass it on.
    changes: true,
    isFor: ({ session }) => session.presence.people().length > 0,
    run: ({ session, tell, t }) => {
      session.presence.call();
      tell(t("together.calledAll"));
    },
  },
];

import { Eye, Megaphone } from "lucide-react";
import { type MapCommand, plain } from "./map-command.ts";

/** What one does because others are there. */
export const togetherCommands: readonly MapCommand[] = [
  {
    id: "followAgain",
    group: "view",
    keys: plain("f"),
    icon: Eye,
    isFor: ({ following }) => following.last !== null && following.followed() === null,
    run: ({ following }) => following.again(),
  },
  {
    id: "gather",
    group: "view",
    icon: Megaphone,
    // Who may only look may not call the others away: the server would not pass it on.
    changes: true,
    isFor: ({ session }) => session.presence.people().length > 0,
    run: ({ session, tell, t }) => {
      session.presence.call();
      tell(t("together.calledAll"));
    },
  },
];

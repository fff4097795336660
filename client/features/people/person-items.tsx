import { Eye, Megaphone, Navigation } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { runCommand } from "../../canvas/commands/index.ts";
import { showCanvas } from "../../canvas/together/show-canvas.ts";
import type { Peer } from "../../session/presence.ts";
import { useSessionStatus } from "../../session/session-context.tsx";
import { MenuItem } from "../../ui/menu.tsx";

/** What can be done about one of the others. */
export function PersonItems({ peer }: Readonly<{ peer: Peer }>) {
  const { following, ui, t } = useCanvas();
  const { clientId } = peer;
  const isFollowed = useSyncExternalStore(following.subscribe, following.followed) === clientId;
  const { name } = peer.user;
  return (
    <>
      <MenuItem
        id={`follow ${clientId}`}
        text={isFollowed ? t("together.stop") : t("together.follow", { name })}
        icon={<Eye size={16} />}
        onAction={() => {
          if (isFollowed) return following.stop();
          showCanvas(ui);
          following.follow(clientId);
        }}
      />
      <MenuItem
        id={`go ${clientId}`}
        text={t("together.go", { name })}
        icon={<Navigation size={16} />}
        onAction={() => {
          showCanvas(ui);
          following.goTo(clientId);
        }}
      />
    </>
  );
}

/** Asks everybody to come to where one looks; not for those who only look themselves. */
export function GatherItem() {
  const tools = useCanvas();
  const { canEdit } = useSessionStatus();
  if (!canEdit) return null;
  return (
    <MenuItem
      id="gather"
      text={tools.t("command.gather")}
      icon={<Megaphone size={16} />}
      onAction={() => runCommand("gather", tools)}
    />
  );
}

import { Handshake } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useSession } from "../../session/session-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";

type Other = Readonly<{ clientId: number; name: string }>;

/** The word for another who has a window open that presents; nothing while there is nobody else. */
export function HandOverMenu() {
  const tell = usePresentWords();
  const { stage, actions } = usePresenter();
  const others = useOthers(stage.presenter.name);
  if (others.length === 0) return null;
  return (
    <Menu
      label={tell("present.giveTo")}
      placement="top end"
      trigger={
        <IconButton label={tell("present.giveTo")}>
          <Handshake size={20} />
        </IconButton>
      }
    >
      {others.map(({ clientId, name }) => (
        <MenuItem
          key={clientId}
          id={String(clientId)}
          text={tell(stage.offeredTo === clientId ? "present.given" : "present.give", { name })}
          onAction={() => actions.offer(clientId)}
        />
      ))}
    </Menu>
  );
}

/** Whoever says what the talk is may steer it. One entry a person, however many windows they have. */
function useOthers(presenterName: string): readonly Other[] {
  const { presence } = useSession();
  const told = useSyncExternalStore(presence.onPeers, () => {
    const byName = new Map<string, Other>();
    for (const { clientId, stage, user } of presence.peers()) {
      if (stage && user.name !== presenterName) byName.set(user.name, { clientId, name: user.name });
    }
    // Compared as text: pointers move many times a second, and the same people are to be no new rendering.
    return JSON.stringify([...byName.values()]);
  });
  return JSON.parse(told) as readonly Other[];
}

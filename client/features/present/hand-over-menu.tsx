import { Handshake } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useSession } from "../../session/session-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";
import { useOwnWindows } from "./use-word.ts";

type Other = Readonly<{ clientId: number; name: string }>;

/** The word for another who has a window open that presents; nothing while there is nobody else. */
export function HandOverMenu() {
  const tell = usePresentWords();
  const { stage, actions } = usePresenter();
  const others = useOthers(stage.presenter.id);
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

/** Whoever says what the talk is may steer it. The windows of this device have the word already. */
function useOthers(presenter: number): readonly Other[] {
  const { presence } = useSession();
  const own = useOwnWindows();
  const told = useSyncExternalStore(presence.onPeers, () => {
    const others = presence.peers().filter(({ clientId, stage }) => stage && clientId !== presenter);
    // Compared as text: pointers move many times a second, and the same people are to be no new rendering.
    return JSON.stringify(others.map(({ clientId, user }) => ({ clientId, name: user.name })));
  });
  const others = JSON.parse(told) as readonly Other[];
  return namedApart(others.filter(({ clientId }) => !own.has(clientId)));
}

/** Where several go by one name, or one person has several windows, the second and further get a number. */
export function namedApart(others: readonly Other[]): readonly Other[] {
  const times = new Map<string, number>();
  return others.map(({ clientId, name }) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return { clientId, name: time === 1 ? name : `${name} ${time}` };
  });
}

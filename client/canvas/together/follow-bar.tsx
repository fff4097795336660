import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { usePeople } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { useCanvas } from "../canvas-context.tsx";
import css from "./together.module.css";

/** Whose view one has, in their colour all around the canvas, and the way back. */
export function FollowBar() {
  const { following, view, session, tell, t } = useCanvas();
  const people = usePeople();
  const followed = useSyncExternalStore(following.subscribe, following.followed);
  const peer = people.find(({ clientId }) => clientId === followed);

  useEffect(() => {
    let last = session.presence.peer(following.followed() ?? -1);
    return following.subscribe(() => {
      const now = following.followed();
      const hasLeft = now === null && last && !session.presence.peer(last.clientId);
      if (hasLeft) tell(t("together.left", { name: last?.user.name ?? "" }));
      last = now === null ? undefined : session.presence.peer(now);
    });
  }, [following, session, tell, t]);

  const handleEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || followed === null || isElsewhere(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    following.stop();
  });
  useEffect(() => {
    // Before anybody else: Escape would also end the selection, which may be why one follows.
    const handle = (event: KeyboardEvent) => handleEscape(event);
    window.addEventListener("keydown", handle, { capture: true });
    return () => window.removeEventListener("keydown", handle, { capture: true });
  }, []);

  function stop() {
    following.stop();
    view.takeFocus();
  }

  return (
    <>
      {peer ? <div className={css["frame"]} style={{ borderColor: peer.user.color }} /> : null}
      <div role="status" className={css["barPlace"]}>
        {peer ? (
          <div className={css["bar"]} style={{ background: peer.user.color }}>
            <span dir="auto">{t("together.following", { name: peer.user.name })}</span>
            <Button size="small" aria-keyshortcuts="Escape" onPress={stop}>
              {t("together.stop")}
              <kbd className={css["key"]}>Esc</kbd>
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

/** Where Escape has a meaning of its own: text fields, dialogs and menus. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, [role=dialog], [role=menu]") !== null;
}

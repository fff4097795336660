import { useSyncExternalStore } from "react";
import { goTo } from "../../api/go-to.ts";
import { useSession } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";

/** Leaving this window, or ending the talk for everybody. */
export function LeaveDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const tell = usePresentWords();
  const { mapId, presence } = useSession();
  const { actions, hasWord } = usePresenter();
  const hasOthers = useSyncExternalStore(presence.onPeers, () =>
    presence.peers().some(({ stage }) => Boolean(stage)),
  );

  async function leave(ends: boolean) {
    const ended = ends ? actions.end() : undefined;
    void (document.fullscreenElement ? document.exitFullscreen() : Promise.resolve()).catch(() => undefined);
    await ended;
    goTo(`/m/${mapId}`);
  }

  return (
    <Dialog
      role="alertdialog"
      size="small"
      isOpen
      title={tell("present.leave.ask")}
      closeLabel={tell("present.close")}
      onOpenChange={onClose}
      actions={
        <>
          {hasWord && hasOthers ? (
            <Button variant="danger" onPress={() => void leave(true)}>
              {tell("present.end")}
            </Button>
          ) : null}
          <Button variant="primary" autoFocus onPress={() => void leave(!hasOthers)}>
            {tell(hasOthers ? "present.leave" : "present.end")}
          </Button>
        </>
      }
    >
      <p>{tell(hasOthers ? "present.leave.others" : "present.leave.last")}</p>
    </Dialog>
  );
}

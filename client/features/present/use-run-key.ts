import type { StageKeyId } from "../../stage/index.ts";
import { usePresenter } from "./presenter-context.ts";
import { usePresenterWindow } from "./presenter-window.ts";
import type { TalkWindow } from "./use-talk-window.ts";

/**
 * What each key does; false where it means nothing here, and whoever else hears it may have it. `hasDrawer`: notes can be
 * opened beside the picture.
 */
export function useRunKey(window_: TalkWindow, hasDrawer: boolean): (id: StageKeyId) => boolean {
  const { actions, hasWord, showing, stage } = usePresenter();
  const openPresenterWindow = usePresenterWindow();
  const { open } = window_;

  function runOwn(id: StageKeyId): boolean {
    switch (id) {
      case "fullscreen":
        void turnFullscreen();
        return true;
      case "start":
        if (!document.fullscreenElement) void turnFullscreen();
        return true;
      case "window":
        openPresenterWindow();
        return true;
      case "help":
      case "leave":
        open(id);
        return true;
      default:
        return false;
    }
  }

  function runWithWord(id: StageKeyId): boolean {
    switch (id) {
      case "next":
      case "previous":
      case "nextStep":
      case "previousStep":
      case "first":
      case "last":
      case "back":
      case "gather":
        actions[id]();
        return true;
      case "overview":
      case "jump":
      case "capture":
        open(id);
        return true;
      case "notes":
        if (hasDrawer) window_.turnNotes();
        return hasDrawer;
      case "laser":
        window_.turnLaser();
        return true;
      case "blank":
        actions.turnBlank();
        return true;
      case "freeze":
        actions.turnFreeze();
        return true;
      case "spotlight":
        actions.turnSpotlight();
        return stage.focus !== null;
      case "timer":
        actions.turnTimer();
        return true;
      case "code":
        void actions.showCode();
        return true;
      case "hand":
        actions.lowerFirstHand();
        return true;
      case "poll":
        if (showing) void actions.turnPoll(showing.step);
        return true;
      case "reveal":
        if (!showing?.step.poll) return false;
        void actions.reveal(showing.step);
        return true;
      default:
        return false;
    }
  }

  return (id) => runOwn(id) || (hasWord && runWithWord(id));
}

/** Browsers allow it only on a press of this page; where it is refused nothing changes. */
export async function turnFullscreen(): Promise<void> {
  await (document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  ).catch(() => undefined);
}

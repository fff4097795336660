import { CaptureDialog } from "./capture-dialog.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { JumpDialog } from "./jump-dialog.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { OverviewDialog } from "./overview-dialog.tsx";
import { RemoteDialog } from "./remote-dialog.tsx";
import type { TalkWindow } from "./use-talk-window.ts";

/** Whatever stands open over a window that presents. */
export function TalkDialogs({ window: { dialog, close } }: Readonly<{ window: TalkWindow }>) {
  switch (dialog) {
    case null:
      return null;
    case "help":
      return <HelpDialog onClose={close} />;
    case "leave":
      return <LeaveDialog onClose={close} />;
    case "overview":
      return <OverviewDialog onClose={close} />;
    case "jump":
      return <JumpDialog onClose={close} />;
    case "capture":
      return <CaptureDialog onClose={close} />;
    case "remote":
      return <RemoteDialog onClose={close} />;
  }
}

import { MessagesSquare } from "lucide-react";
import { useSyncExternalStore } from "react";
import { canComment } from "#shared/talk/index.ts";
import { dialogCode, FetchedDialog } from "../../shell/fetched-dialog.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import css from "./comments.module.css";
import { CommentsContext, useComments } from "./comments-context.tsx";
import { useTalkWords } from "./talk-words.ts";
import { isUnread } from "./thread-facts.ts";
import { type TalkAccess, useCommentsState } from "./use-comments-state.ts";

const commentsPanel = dialogCode(async () => (await import("./comments-panel.tsx")).CommentsPanel);

/** Comments on the open map: the button that tells of new ones, and the panel. */
export function Comments(access: TalkAccess) {
  const isOpen = useMapUi((state) => state.panel === "comments");
  const closePanel = useMapUi((state) => state.closePanel);
  const comments = useCommentsState(access, isOpen);
  return (
    <CommentsContext value={comments}>
      {isOpen ? null : <CommentsButton />}
      <FetchedDialog
        code={commentsPanel}
        dialog={{ isOpen, onOpenChange: (isStillOpen) => isStillOpen || closePanel() }}
      />
    </CommentsContext>
  );
}

/** Whoever can neither read nor write any has nothing to press. */
function CommentsButton() {
  const say = useTalkWords();
  const { talk, role, me, keep } = useComments();
  const openComments = useMapUi((state) => state.openComments);
  useSyncExternalStore(keep.onChange, keep.now);
  if (talk.threads.length + talk.polls.length === 0 && !canComment(role)) return null;
  const count = talk.threads.filter((thread) => isUnread(thread, { me, readAt: keep.readAt })).length;
  return (
    <div className={css["button"]}>
      <IconButton
        label={count > 0 ? say("talk.buttonUnread", { count }) : say("talk.button")}
        shortcut="Shift C"
        variant="raised"
        tooltipPlacement="left"
        onPress={() => openComments(null)}
      >
        <MessagesSquare size={18} />
      </IconButton>
      {count > 0 ? (
        <span className={css["count"]} aria-hidden="true">
          {count}
        </span>
      ) : null}
    </div>
  );
}

import { Check, CloudOff, Eye, LoaderCircle, Lock, MessagesSquare, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { canEdit } from "#shared/protocol/roles.ts";
import type { SessionStatus } from "../../session/map-session.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { WithTooltip } from "../../ui/tooltip.tsx";
import { useWords } from "../../words/use-words.ts";
import css from "./save-indicator.module.css";

type Shown = "saved" | "saving" | "unsaved" | "offline" | "readOnly" | "commentOnly" | "locked" | "loading";

const icons: Readonly<Record<Shown, ReactNode>> = {
  saved: <Check size={15} />,
  saving: <LoaderCircle size={15} />,
  loading: <LoaderCircle size={15} />,
  unsaved: <TriangleAlert size={15} />,
  offline: <CloudOff size={15} />,
  readOnly: <Eye size={15} />,
  commentOnly: <MessagesSquare size={15} />,
  locked: <Lock size={15} />,
};

/** Whether one's work is safe, said only as far as the server has confirmed it. */
export function SaveIndicator() {
  const t = useWords();
  const { role, isLocked } = useSession();
  const status = useSessionStatus();
  const state = shownState(status, canEdit(role));
  const shown =
    state !== "readOnly" ? state : isLocked ? "locked" : role === "commenter" ? "commentOnly" : state;
  const isWithoutCopy = status.copy === "lost" && (shown === "offline" || shown === "unsaved");
  const hint = isWithoutCopy
    ? t("save.noCopyHint")
    : shown === "loading"
      ? t("save.loading")
      : t(`save.${shown}Hint`);
  return (
    <WithTooltip text={hint}>
      <Button className={css["state"] ?? ""} data-state={shown}>
        <span className={css["icon"]} aria-hidden="true">
          {icons[shown]}
        </span>
        <span role="status" className={css["word"]}>
          {t(`save.${shown}`)}
        </span>
      </Button>
    </WithTooltip>
  );
}

function shownState({ connection, save }: SessionStatus, mayEdit: boolean): Shown {
  if (connection.kind === "connecting") return "loading";
  // Closed for good: waiting for the server would be waiting in vain.
  if (connection.kind === "closed") return mayEdit ? "unsaved" : "readOnly";
  return save === "offline" || mayEdit ? save : "readOnly";
}

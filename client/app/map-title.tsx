import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { modelLimits } from "#shared/model/index.ts";
import { useCanvas } from "../canvas/canvas-context.tsx";
import { backToCanvas } from "../canvas/view/back-to-canvas.ts";
import { useMapMeta, useSession, useSessionStatus } from "../session/session-context.tsx";
import { useToast } from "../ui/toast.tsx";
import { faultText } from "../words/fault-words.ts";
import { useWords } from "../words/use-words.ts";
import css from "./map-title.module.css";

/** The map's name; those who may write, write it here. It is taken over on Enter or on leaving the field. */
export function MapTitle() {
  const t = useWords();
  const tools = useCanvas();
  const session = useSession();
  const { canEdit } = useSessionStatus();
  const { title } = useMapMeta();
  const showToast = useToast();
  const [draft, setDraft] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  // Another's new title waits until one has left the field; what one is writing is not taken away.
  useEffect(() => {
    if (document.activeElement !== field.current) setDraft(title);
  }, [title]);

  function commit() {
    if (draft.trim() === title) return setDraft(title);
    const result = session.apply({ type: "entitle", title: draft });
    if (!result.ok) {
      setDraft(title);
      showToast({ text: faultText(t, result.error) });
    }
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.currentTarget.blur();
      backToCanvas(tools);
    }
    if (event.key === "Escape") setDraft(title);
  }

  return (
    <h1 className={css["title"]}>
      {canEdit ? (
        <input
          ref={field}
          className={css["field"]}
          size={Math.min(40, Math.max(8, (draft || t("map.untitled")).length))}
          value={draft}
          placeholder={t("map.untitled")}
          aria-label={t("workspace.title")}
          maxLength={modelLimits.maxTitleChars}
          dir="auto"
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={handleKeyDown}
        />
      ) : (
        <span dir="auto" className={css["field"]}>
          {title || t("map.untitled")}
        </span>
      )}
    </h1>
  );
}

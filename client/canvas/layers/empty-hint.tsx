import { MousePointerClick } from "lucide-react";
import { memo, useEffect, useState } from "react";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { useView } from "../../state/view-context.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";
import css from "./empty-hint.module.css";

/** On a map without cards: how to begin. */
export const EmptyHint = memo(function EmptyHint() {
  const t = useWords();
  const openDialog = useView((state) => state.openDialog);
  const { records } = useSession();
  const { canEdit } = useSessionStatus();
  const [isEmpty, setEmpty] = useState(() => hasNoCards(records.doc.records));
  useEffect(() => {
    const look = () => setEmpty(hasNoCards(records.doc.records));
    look();
    return records.subscribeAll(look);
  }, [records]);
  if (!isEmpty) return null;
  return (
    <div className={css["hint"]}>
      <MousePointerClick size={28} strokeWidth={1.5} aria-hidden="true" />
      <p className={css["title"]}>{t(canEdit ? "canvas.empty.title" : "canvas.empty.viewer")}</p>
      {canEdit ? (
        <>
          <p className={css["body"]}>{t("canvas.empty.body")}</p>
          <span className={css["offer"]}>
            <Button size="small" onPress={() => openDialog("templates")}>
              {t("canvas.empty.template")}
            </Button>
          </span>
        </>
      ) : null}
    </div>
  );
});

/** Looks no further than the first card. */
function hasNoCards(records: ReadonlyMap<unknown, Readonly<{ type: string }>>): boolean {
  for (const { type } of records.values()) if (type === "card") return false;
  return true;
}

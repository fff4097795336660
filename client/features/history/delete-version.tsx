import { useState } from "react";
import type { VersionSummary } from "#shared/protocol/versions.ts";
import type { VersionApi } from "../../api/version-api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useWords } from "../../words/use-words.ts";
import { versionProblemText } from "./version-words.ts";

export type DeleteVersionProps = Readonly<{
  version: VersionSummary;
  versions: VersionApi;
  onDeleted: () => void;
  onClose: () => void;
}>;

/** Asks before a named version goes for good. */
export function DeleteVersion({ version, versions, onDeleted, onClose }: DeleteVersionProps) {
  const t = useWords();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function remove() {
    setBusy(true);
    const removed = await versions.remove(version.id);
    setBusy(false);
    // One that is gone already is what was asked for.
    if (!removed.ok && removed.error.code !== "not-found")
      return setFault(versionProblemText(t, removed.error));
    onDeleted();
    onClose();
  }

  return (
    <Dialog
      size="small"
      role="alertdialog"
      title={t("history.delete.title")}
      closeLabel={t("app.close")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t("map.action.cancel")}
          </Button>
          <Button variant="danger" isBusy={isBusy} onPress={remove}>
            {t("history.delete.confirm")}
          </Button>
        </>
      }
    >
      <div>
        <bdi>{version.name}</bdi>
      </div>
      <div>{t("history.delete.body")}</div>
      {fault ? <Notice tone="danger">{fault}</Notice> : null}
    </Dialog>
  );
}

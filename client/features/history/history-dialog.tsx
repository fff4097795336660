import { type ComponentType, useMemo, useState } from "react";
import { useLocale } from "react-aria-components";
import { modelLimits } from "#shared/model/index.ts";
import type { VersionSummary } from "#shared/protocol/versions.ts";
import { useServices } from "../../api/services.tsx";
import { createVersionApi } from "../../api/version-api.ts";
import type { StillCanvasProps } from "../../canvas/still-canvas.tsx";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { useNewMap } from "../../shell/use-new-map.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/use-words.ts";
import { VersionList } from "./version-list.tsx";
import { type VersionAction, VersionView } from "./version-view.tsx";
import { versionProblemText, whenOfVersion } from "./version-words.ts";

export type HistoryDialogProps = Readonly<{
  token: string;
  StillCanvas: ComponentType<StillCanvasProps>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}>;

/** The versions of the open map: the list, and in its place the one that is looked at. */
export function HistoryDialog({ token, StillCanvas, isOpen, onOpenChange }: HistoryDialogProps) {
  const t = useWords();
  const { api } = useServices();
  const { mapId } = useSession();
  const { canEdit } = useSessionStatus();
  const versions = useMemo(() => createVersionApi(api, mapId, token), [api, mapId, token]);
  const [looked, setLooked] = useState<VersionSummary | null>(null);
  const [cameFrom, setCameFrom] = useState<string>();
  const { restore, copy, busy, fault, forgetFault } = useVersionActions(versions, () => setLooked(null));

  function look(version: VersionSummary) {
    forgetFault();
    setLooked(version);
    onOpenChange(false);
  }

  function goBack() {
    setCameFrom(looked?.id);
    setLooked(null);
    onOpenChange(true);
  }

  function handleOpenChange(isNowOpen: boolean) {
    setCameFrom(undefined);
    onOpenChange(isNowOpen);
  }

  return (
    <>
      <Dialog
        title={t("history.title")}
        closeLabel={t("app.close")}
        isOpen={isOpen}
        onOpenChange={handleOpenChange}
      >
        <VersionList versions={versions} cameFrom={cameFrom} onLook={look} />
      </Dialog>
      {looked ? (
        <VersionView
          version={looked}
          versions={versions}
          StillCanvas={StillCanvas}
          onRestore={canEdit ? () => restore(looked) : undefined}
          onCopy={() => copy(looked)}
          busy={busy}
          fault={fault}
          onBack={goBack}
        />
      ) : null}
    </>
  );
}

/** What is done with a version through the server: `onDone` once one is back at the map. */
function useVersionActions(versions: ReturnType<typeof createVersionApi>, onDone: () => void) {
  const t = useWords();
  const { locale } = useLocale();
  const { now } = useServices();
  const session = useSession();
  const showToast = useToast();
  const { enter } = useNewMap();
  const [busy, setBusy] = useState<VersionAction | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  async function restore(version: VersionSummary) {
    setBusy("restore");
    setFault(null);
    const { author } = session.by();
    const restored = await versions.restore(version.id, { author });
    setBusy(null);
    if (!restored.ok) return setFault(versionProblemText(t, restored.error));
    onDone();
    const { before } = restored.value;
    if (before === null) return void showToast({ text: t("history.restored.same") });
    const undo = async () => {
      const undone = await versions.restore(before.id, { since: version.id, author });
      showToast({ text: undone.ok ? t("history.undone") : versionProblemText(t, undone.error) });
    };
    showToast({
      text: t("history.restored", { when: whenOfVersion(locale, version, now()) }),
      action: { label: t("command.undo"), onPress: () => void undo() },
    });
  }

  async function copy(version: VersionSummary) {
    setBusy("copy");
    setFault(null);
    const { title } = session.doc.meta;
    const named = t("history.copyTitle", { title: title || t("map.untitled") });
    const isLong = named.length > modelLimits.maxTitleChars;
    const copied = await versions.copy(version.id, isLong ? {} : { title: named });
    setBusy(null);
    if (!copied.ok) return setFault(versionProblemText(t, copied.error));
    onDone();
    enter(copied.value);
    showToast({ text: t("history.copied") });
  }

  return { restore, copy, busy, fault, forgetFault: () => setFault(null) };
}

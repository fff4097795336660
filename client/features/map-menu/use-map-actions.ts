import { useState } from "react";
import { useLocation } from "wouter";
import { useServices } from "../../api/services.tsx";
import { useNewMap } from "../../shell/use-new-map.ts";
import { useRestoreMap } from "../../shell/use-restore-map.ts";
import { useView } from "../../state/view-context.tsx";
import { useToast } from "../../ui/toast.tsx";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";

export type OpenMap = Readonly<{ mapId: string; title: string; token: string }>;

/** What the menu does through the server; how it went is told in a message, a failed deletion in `deleteFault`. */
export function useMapActions({ mapId, title, token }: OpenMap) {
  const t = useWords();
  const { api, deviceMaps, forgetCopy } = useServices();
  const [, navigate] = useLocation();
  const showToast = useToast();
  const { create } = useNewMap();
  const { restore } = useRestoreMap();
  const closeDialog = useView((state) => state.closeDialog);
  const [isDeleting, setIsDeleting] = useState(false);
  const [deleteFault, setDeleteFault] = useState<string | null>(null);

  async function newMap() {
    const problem = await create({});
    if (problem) showToast({ text: problemText(t, problem) });
  }

  async function deleteMap() {
    setIsDeleting(true);
    setDeleteFault(null);
    const deleted = await api.deleteMap(mapId, token);
    setIsDeleting(false);
    if (!deleted.ok) return setDeleteFault(problemText(t, deleted.error));
    const map = deviceMaps.find(mapId);
    deviceMaps.noteDeleted(mapId, deleted.value.restorableUntil);
    void forgetCopy(mapId);
    closeDialog();
    showToast({
      text: t("map.delete.done", { title: title === "" ? t("map.untitled") : title }),
      ...(map ? { action: { label: t("command.undo"), onPress: () => void restore(map) } } : {}),
    });
    navigate("/");
  }

  return { newMap, deleteMap, isDeleting, deleteFault };
}

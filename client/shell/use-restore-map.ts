import { useState } from "react";
import type { DeviceMap } from "../api/device-maps.ts";
import { useServices } from "../api/services.tsx";
import { useToast } from "../ui/toast.tsx";
import { problemText } from "../words/problem-words.ts";
import { useWords } from "../words/use-words.ts";

/** Takes the deletion of a map back that this device owns; how it went is told in a message. */
export function useRestoreMap() {
  const t = useWords();
  const { api, deviceMaps } = useServices();
  const showToast = useToast();
  const [isRestoring, setRestoring] = useState(false);

  /** Whether it is back. */
  async function restore({ id, title, secret }: DeviceMap): Promise<boolean> {
    setRestoring(true);
    const restored = await api.restoreMap(id, secret);
    setRestoring(false);
    if (restored.ok) {
      deviceMaps.noteDeleted(id, undefined);
      showToast({ text: t("access.deleted.restored", { title: title === "" ? t("map.untitled") : title }) });
    } else showToast({ text: problemText(t, restored.error) });
    return restored.ok;
  }

  return { restore, isRestoring };
}

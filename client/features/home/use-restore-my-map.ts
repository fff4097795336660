import { useState } from "react";
import type { MyMap } from "#shared/protocol/my-maps.ts";
import { restoreMyMap } from "../../api/my-maps.ts";
import { useServices } from "../../api/services.tsx";
import { useToast } from "../../ui/toast.tsx";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";

/** Takes the deletion of a map back that this user's account owns; how it went is told in a message. */
export function useRestoreMyMap() {
  const t = useWords();
  const { api } = useServices();
  const showToast = useToast();
  const [isRestoringMine, setRestoring] = useState(false);

  /** Whether it is back. */
  async function restoreMine({ id, title }: MyMap): Promise<boolean> {
    setRestoring(true);
    const restored = await restoreMyMap(api, id);
    setRestoring(false);
    const named = title === "" ? t("map.untitled") : title;
    showToast({
      text: restored.ok ? t("access.deleted.restored", { title: named }) : problemText(t, restored.error),
    });
    return restored.ok;
  }

  return { restoreMine, isRestoringMine };
}

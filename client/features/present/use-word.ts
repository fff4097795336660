import { useEffect, useState } from "react";
import type { Stage } from "#shared/protocol/stage.ts";
import { useSession } from "../../session/session-context.tsx";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { ownWords } from "./own-words.ts";

/**
 * Whether the word is with this person: it was begun or taken in some window of this device. A remote is in the hand of
 * whoever has the word when it is first opened (`isRemote`).
 */
export function useWord(stage: Stage, isRemote: boolean): boolean {
  const { mapId, presence } = useSession();
  const [words] = useState(() =>
    ownWords(
      mapId,
      createDeviceStorage(() => window.localStorage),
    ),
  );
  const { id } = stage.presenter;
  const [first] = useState(id);
  const isOwn = id === presence.ownId || (isRemote && id === first);
  useEffect(() => {
    if (isOwn) words.add(id);
  }, [words, isOwn, id]);
  return isOwn || words.has(id);
}

import { useEffect, useState } from "react";
import type { Stage } from "#shared/protocol/stage.ts";
import { joinedRemoteOf } from "../../api/joined-maps.ts";
import { useSession } from "../../session/session-context.tsx";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { ownWords } from "./own-words.ts";

/**
 * Whether the word is with this person: it was begun or taken in some window of this device. A remote is in the hand of
 * whoever has the word when it is first opened (`isRemote`), where it came by the code that they were shown for it.
 */
export function useWord(stage: Stage, isRemote: boolean): boolean {
  const { mapId, presence } = useSession();
  const words = useOwnWords();
  const { id } = stage.presenter;
  const [first] = useState(id);
  const [isInHand] = useState(() => isRemote && joinedRemoteOf(mapId) !== null);
  const isOwn = id === presence.ownId || (isInHand && id === first);
  useEffect(() => {
    if (isOwn) words.add(id);
  }, [words, isOwn, id]);
  return isOwn || words.has(id);
}

/** As which clients this device has had the word on the open map. */
export function useOwnWords(): ReturnType<typeof ownWords> {
  const { mapId } = useSession();
  const [words] = useState(() =>
    ownWords(
      mapId,
      createDeviceStorage(() => window.localStorage),
    ),
  );
  return words;
}

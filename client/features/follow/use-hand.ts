import { useState } from "react";
import type { CardId } from "#shared/model/index.ts";
import type { ParticipantId } from "#shared/talk/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useOwnPresence } from "../../shell/use-own-presence.ts";
import type { Hall } from "../../stage/index.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { useTold } from "./use-told.ts";

/** One's own hand: where it is in the queue, from 1, once it is up. */
export type OwnHand = Readonly<{
  place: number | null;
  about: CardId | null;
  isBusy: boolean;
  /** Raises it, or says what it is about now, or by what name. */
  raise: (about: CardId | null, name?: string) => Promise<void>;
  lower: () => Promise<void>;
}>;

/** As long as the tab is there: the hand outlives a reload of the page. */
const tab: Pick<Storage, "getItem" | "setItem"> = createDeviceStorage(() => window.sessionStorage);
const keyOf = (mapId: string) => `counterpoint.hand.${mapId}`;

export function useHand({ talk, audience }: Hall): OwnHand {
  const { mapId } = useSession();
  const { name } = useOwnPresence();
  const told = useTold();
  const [me, setMe] = useState(() => tab.getItem(keyOf(mapId)) as ParticipantId | null);
  const [isBusy, setBusy] = useState(false);
  const at = me === null ? -1 : talk.hands.findIndex(({ participant }) => participant === me);
  const hand = talk.hands[at];

  async function raise(about: CardId | null, as = name) {
    setBusy(true);
    const raised = await audience.raiseHand(as, about);
    if (raised.ok) {
      tab.setItem(keyOf(mapId), raised.value);
      setMe(raised.value);
    } else told(raised.error);
    setBusy(false);
  }

  async function lower() {
    setBusy(true);
    const lowered = await audience.lowerHand();
    if (!lowered.ok) told(lowered.error);
    setBusy(false);
  }

  return { place: hand ? at + 1 : null, about: hand?.about ?? null, isBusy, raise, lower };
}

import { useEffect, useState } from "react";
import type { Stage } from "#shared/protocol/stage.ts";
import { joinedRemoteOf } from "../../api/joined-maps.ts";
import { useSession } from "../../session/session-context.tsx";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { wordOfDevice } from "./device-word.ts";
import { ownWindows } from "./own-windows.ts";

type Kept = Pick<Storage, "getItem" | "setItem">;

const device = createDeviceStorage(() => window.localStorage);
/** Whose remote a tab is, for as long as it is there. */
const tab: Kept = createDeviceStorage(() => window.sessionStorage);

/**
 * By what a talk knows who has the word here: this device, or, of a remote (`isRemote`), the device of whoever had the word
 * when it was first opened, where it came by the code that they were shown for it.
 */
export function useWordDevice(stage: Stage | null, isRemote: boolean): string {
  const { mapId } = useSession();
  const [own] = useState(() => wordOfDevice(mapId, device, window));
  const [isInHand] = useState(() => isRemote && joinedRemoteOf(mapId) !== null);
  const holder = stage && !stage.isOver ? stage.presenter.device : "";
  const [inHandOf, setInHandOf] = useState(() => (isInHand ? tab.getItem(handKeyOf(mapId)) : null));
  if (isInHand && inHandOf === null && holder !== "") setInHandOf(holder);
  useEffect(() => {
    if (inHandOf !== null) tab.setItem(handKeyOf(mapId), inHandOf);
  }, [mapId, inHandOf]);
  return inHandOf ?? own;
}

/** Whether the word is with this person, by whichever of their windows it was begun or taken. */
export function useWord({ presenter }: Stage, heldBy: string): boolean {
  const { presence } = useSession();
  const windows = useOwnWindows();
  const { ownId } = presence;
  const hasWord = presenter.id === ownId || presenter.device === heldBy;
  useEffect(() => {
    if (hasWord) windows.add(ownId);
  }, [windows, hasWord, ownId]);
  return hasWord;
}

/** The windows of this device that have or had the word about the open map. */
export function useOwnWindows(): ReturnType<typeof ownWindows> {
  const { mapId } = useSession();
  const [windows] = useState(() => ownWindows(mapId, device));
  return windows;
}

const handKeyOf = (mapId: string) => `counterpoint.inHandOf.${mapId}`;

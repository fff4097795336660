import { useSyncExternalStore } from "react";
import { createDeviceStorage } from "../state/device-storage.ts";

const key = "counterpoint.letterKeys";
const storage = createDeviceStorage(() => window.localStorage);
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function areOn(): boolean {
  return storage.getItem(key) !== "off";
}

function turn(isOn: boolean): void {
  storage.setItem(key, isOn ? "on" : "off");
  for (const listener of listeners) listener();
}

/** Whether letters do something in a talk, and the way to turn that off: whoever speaks to the machine types by accident. */
export function useLetterKeys(): readonly [areOn: boolean, turn: (isOn: boolean) => void] {
  return [useSyncExternalStore(subscribe, areOn), turn];
}

import type { StateStorage } from "zustand/middleware";

/** What is asked of a store of strings on this device; `null` and silence stand for "not kept". */
export type DeviceStorage = StateStorage &
  Readonly<{
    getItem: (name: string) => string | null;
    setItem: (name: string, value: string) => void;
    /** Whether what was set outlives this page, and other windows find it. */
    keeps: (name: string) => boolean;
  }>;

/**
 * localStorage that never throws: browsers refuse it in some private modes, in sandboxed frames and when it is full.
 * What it refuses lives until the page is left.
 */
export function createDeviceStorage(open: () => Storage): DeviceStorage {
  const unkept = new Map<string, string>();
  return {
    getItem: (name) => unkept.get(name) ?? attempt(() => open().getItem(name)) ?? null,
    setItem: (name, value) => {
      const kept = attempt(() => {
        open().setItem(name, value);
        return true;
      });
      if (kept) unkept.delete(name);
      else unkept.set(name, value);
    },
    keeps: (name) => !unkept.has(name) && (attempt(() => open().getItem(name)) ?? null) !== null,
    removeItem: (name) => {
      unkept.delete(name);
      attempt(() => open().removeItem(name));
    },
  };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined; // storage is denied or full; the caller goes on without
  }
}

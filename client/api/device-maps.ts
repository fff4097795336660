import * as s from "#shared/lib/schema.ts";
import type { Role } from "#shared/protocol/roles.ts";
import { roles } from "#shared/protocol/roles.ts";

/**
 * A map that was open on this device. `secret` is of the link that gives the most of all that were used, so that it
 * opens again without its link.
 */
export type DeviceMap = Readonly<{
  id: string;
  title: string;
  role: Role;
  secret: string;
  /** Milliseconds since 1970. */
  openedAt: number;
  /** The map was deleted; its owner can have it back until then, in milliseconds since 1970. */
  restorableUntil?: number | undefined;
  /** The server no longer takes the secret: any other that it takes is better. */
  isVoid?: boolean | undefined;
}>;

const key = "counterpoint.maps";
const version = 1;
/** Above it the map that was left alone the longest is forgotten. */
const maxMaps = 200;

const deviceMapSchema: s.Schema<DeviceMap> = s.object({
  id: s.string(),
  title: s.string(),
  role: s.oneOf(roles),
  secret: s.string(),
  openedAt: s.number(),
  restorableUntil: s.optional(s.number()),
  isVoid: s.optional(s.boolean()),
});
const storedSchema = s.object({ version: s.oneOf([version]), maps: s.array(s.unknown()) });

type Storage = Readonly<{
  getItem: (name: string) => string | null;
  setItem: (name: string, value: string) => void;
  /** Whether what was set outlives the page; not where nothing is said. */
  keeps?: (name: string) => boolean;
}>;

export type DeviceMaps = ReturnType<typeof createDeviceMaps>;

/** The maps this device knows, the last opened first. Another tab may change them: call `refresh` when it did. */
export function createDeviceMaps(storage: Storage) {
  let maps = readMaps(storage);
  const listeners = new Set<() => void>();

  function notify() {
    for (const listener of listeners) listener();
  }

  function change(next: (current: readonly DeviceMap[]) => readonly DeviceMap[]) {
    // Read again first: another tab may have opened a map since.
    maps = [...next(readMaps(storage))].sort((a, b) => b.openedAt - a.openedAt).slice(0, maxMaps);
    storage.setItem(key, JSON.stringify({ version, maps }));
    notify();
  }

  return {
    /** The same reference until something changes. */
    list: (): readonly DeviceMap[] => maps,
    find: (id: string): DeviceMap | undefined => maps.find((map) => map.id === id),
    /** Whether another window of this device opens the map by that secret, too, without being told it. */
    isKept: (id: string, secret: string): boolean =>
      storage.keeps?.(key) === true &&
      readMaps(storage).some((map) => map.id === id && map.secret === secret),
    /** Notes that a map was opened. A weaker link than the one known does not take the stronger one's place. */
    remember: (
      opened: Readonly<{ id: string; role: Role; secret: string; openedAt: number; title?: string }>,
    ) =>
      change((current) => {
        const known = current.find((map) => map.id === opened.id);
        const link = known && !known.isVoid && isStronger(known.role, opened.role) ? known : opened;
        const { id, openedAt } = opened;
        const title = opened.title ?? known?.title ?? "";
        const entry = { id, title, role: link.role, secret: link.secret, openedAt };
        return [entry, ...current.filter((map) => map.id !== id)];
      }),
    rename: (id: string, title: string) => {
      const known = maps.find((map) => map.id === id);
      if (!known || known.title === title) return;
      change((current) => current.map((map) => (map.id === id ? { ...map, title } : map)));
    },
    /** Another link has taken the place of the one that was kept, whatever it gives. */
    replaceLink: (id: string, link: Readonly<{ role: Role; secret: string }>) =>
      change((current) =>
        current.map((map) => (map.id === id ? { ...map, ...link, isVoid: undefined } : map)),
      ),
    /** The server does not take this secret any more. */
    noteVoid: (id: string, secret: string) => {
      if (maps.some((map) => map.id === id && map.secret === secret && !map.isVoid))
        change((current) => current.map((map) => (map.id === id ? { ...map, isVoid: true } : map)));
    },
    /** The map was deleted and can be had back until then; or, with undefined, it is back. */
    noteDeleted: (id: string, restorableUntil: number | undefined) =>
      change((current) => current.map((map) => (map.id === id ? { ...map, restorableUntil } : map))),
    /** Lets go of deleted maps that nobody can have back any more. */
    dropErased: (now: number) => {
      const isErased = ({ restorableUntil = Infinity }: DeviceMap) => restorableUntil <= now;
      if (maps.some(isErased)) change((current) => current.filter((map) => !isErased(map)));
    },
    forget: (id: string) => change((current) => current.filter((map) => map.id !== id)),
    /** Puts back what was forgotten, as it was. */
    restore: (entry: DeviceMap) =>
      change((current) => [entry, ...current.filter((map) => map.id !== entry.id)]),
    refresh: () => {
      maps = readMaps(storage);
      notify();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isStronger(a: Role, b: Role): boolean {
  return roles.indexOf(a) < roles.indexOf(b);
}

/** Reads what can be read: one odd entry does not cost the others. */
function readMaps(storage: Storage): readonly DeviceMap[] {
  const stored = storedSchema.safeParse(parseJson(storage.getItem(key)));
  if (!stored.success) return [];
  return stored.data.maps.flatMap((entry) => {
    const parsed = deviceMapSchema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // written by something else; start anew
  }
}

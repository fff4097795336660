import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from "react";
import { assert } from "#shared/lib/assert.ts";
import type { MapMeta, RecordId, RecordOf, RecordType } from "#shared/model/index.ts";
import { getAs } from "#shared/model/index.ts";
import type { SessionStatus } from "./map-session.ts";
import type { OpenSession } from "./open-session.ts";
import type { Peer } from "./presence.ts";

const SessionContext = createContext<OpenSession | null>(null);

/** Gives the open map to everything inside. */
export function SessionProvider({
  session,
  children,
}: Readonly<{ session: OpenSession; children: ReactNode }>) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): OpenSession {
  const session = useContext(SessionContext);
  assert(session, "this component stands inside a SessionProvider");
  return session;
}

export function useSessionStatus(): SessionStatus {
  const session = useSession();
  return useSyncExternalStore(session.onStatus, session.status);
}

/** One record, and a new rendering only when it changes. */
export function useRecord<Type extends RecordType>(type: Type, id: RecordId): RecordOf<Type> | undefined {
  const { records } = useSession();
  const subscribe = useCallback((listener: () => void) => records.subscribe(id, listener), [records, id]);
  return useSyncExternalStore(subscribe, () => getAs(records.doc, type, id));
}

export function useMapMeta(): MapMeta {
  const { records } = useSession();
  const subscribe = useCallback((listener: () => void) => records.subscribeMeta(listener), [records]);
  return useSyncExternalStore(subscribe, () => records.doc.meta);
}

/** The others on this map; their cursors, drags and views may be behind: ask the presence store for one of them. */
export function usePeople(): readonly Peer[] {
  const { presence } = useSession();
  return useSyncExternalStore(presence.onPeople, presence.people);
}

/** The others who have selected or are editing this card. */
export function usePeopleAt(id: string): readonly Peer[] {
  const { presence } = useSession();
  return useSyncExternalStore(presence.onPeople, () => presence.at(id));
}

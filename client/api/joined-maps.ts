import * as s from "#shared/lib/schema.ts";
import { canEdit, type Role, roles } from "#shared/protocol/roles.ts";
import { createDeviceStorage } from "../state/device-storage.ts";

/** A map that this tab came to by a code: to be opened by the token, and by the code once that has run out. */
export type JoinedMap = Readonly<{ code: string; role: Role; token: string }>;

const joinedMap: s.Schema<JoinedMap> = s.object<JoinedMap>({
  code: s.string({ min: 1, max: 200 }),
  role: s.oneOf(roles),
  token: s.string({ min: 1 }),
});

const keyOf = (mapId: string) => `counterpoint.joined.${mapId}`;
/** A remote stays one, also where its phone scans the code of the hall. */
const steeringKeyOf = (mapId: string) => `${keyOf(mapId)}.steering`;

/** As long as the tab is there and no longer: somebody else may sit at this device next. */
const tab: Pick<Storage, "getItem" | "setItem"> = createDeviceStorage(() => window.sessionStorage);

export function keepJoined(mapId: string, joined: JoinedMap): void {
  tab.setItem(keyOf(mapId), JSON.stringify(joined));
  if (canEdit(joined.role)) tab.setItem(steeringKeyOf(mapId), JSON.stringify(joined));
}

/** By what this tab came to a map last. */
export function joinedMapOf(mapId: string): JoinedMap | null {
  return readAt(keyOf(mapId));
}

/** By what this tab came to a map to steer its talk, whatever it joined since. */
export function joinedRemoteOf(mapId: string): JoinedMap | null {
  return readAt(steeringKeyOf(mapId));
}

function readAt(key: string): JoinedMap | null {
  const kept = tab.getItem(key);
  const read = joinedMap.safeParse(kept === null ? null : parseJson(kept));
  return read.success ? read.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // written by something else
  }
}

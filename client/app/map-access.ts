import type { Result } from "#shared/lib/result.ts";
import { err, ok } from "#shared/lib/result.ts";
import type { Role } from "#shared/protocol/roles.ts";
import { isMapId } from "#shared/protocol/rooms.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import type { Services } from "../api/services.tsx";

/**
 * What this user may do with the map, and the secret that says so. An empty token means that the server could not be
 * asked: the map opens from the copy on this device, in the role it had there.
 */
export type MapAccess = Readonly<{ role: Role; isLocked: boolean; secret: string; token: string }>;

/** Why a map does not open. */
export type AccessProblem =
  | "bad-address"
  | "no-secret"
  | "wrong-secret"
  | "not-found"
  | "unreachable"
  | ApiProblem;

/**
 * Trades a link's secret for access and remembers the map. `linkSecret` is what the address gave, null where it gave
 * none; then the one kept on this device serves.
 */
export async function openAccess(
  services: Services,
  mapId: string,
  linkSecret: string | null,
): Promise<Result<MapAccess, AccessProblem>> {
  if (!isMapId(mapId)) return err("bad-address");
  const { api, deviceMaps, now } = services;
  const kept = deviceMaps.find(mapId);
  const secret = linkSecret ?? kept?.secret;
  if (secret === undefined) return err("no-secret");

  const session = await api.openSession(mapId, secret);
  if (session.ok) {
    const { role, isLocked, token } = session.value;
    deviceMaps.remember({ id: mapId, role, secret, openedAt: now() });
    return ok({ role, isLocked, secret, token });
  }
  const { code, restorableUntil } = session.error;
  if (code === "wrong-secret") deviceMaps.noteVoid(mapId, secret);
  if (code === "deleted" && restorableUntil !== undefined) deviceMaps.noteDeleted(mapId, restorableUntil);
  if (passing.has(code)) {
    // The kept role counts only for the link it came from: another link may give less.
    if (kept && kept.secret === secret) return ok({ role: kept.role, isLocked: false, secret, token: "" });
    return err(code === "unavailable" ? "unreachable" : code === "unreachable" ? code : session.error);
  }
  return err(code === "wrong-secret" || code === "not-found" ? code : session.error);
}

/** The server's troubles, not the link's: a map that this device keeps opens all the same, with the work in it. */
const passing: ReadonlySet<ApiProblem["code"]> = new Set([
  "unreachable",
  "unavailable",
  "storage-full",
  "too-many-requests",
  "internal",
]);

import { err, ok, type Result } from "#shared/lib/result.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import { isMapId } from "#shared/protocol/rooms.ts";
import { joinByCode } from "../api/audience-api.ts";
import { joinedMapOf, joinedRemoteOf, keepJoined } from "../api/joined-maps.ts";
import type { Services } from "../api/services.tsx";
import { type AccessProblem, type MapAccess, openAccess } from "./map-access.ts";

type Opened = Result<MapAccess, AccessProblem>;

/**
 * Opens maps for the pages of a talk, for as long as one of them is there: by the code that this tab joined with, else as
 * any map is opened. A code that has ended no longer counts; what it gave may still hold. `steers`: who tried the
 * code of their own hall presents their map all the same.
 */
export function openJoinedOrLinked(
  steers = false,
): (services: Services, mapId: string, linkSecret: string | null) => Promise<Opened> {
  let isTokenTried = false;
  return async (services, mapId, linkSecret) => {
    const isJoinable = linkSecret === null && isMapId(mapId);
    const joined = isJoinable ? ((steers ? joinedRemoteOf(mapId) : null) ?? joinedMapOf(mapId)) : null;
    if (!joined) return openAccess(services, mapId, linkSecret);
    if (steers && !canEdit(joined.role)) {
      const own = await openAccess(services, mapId, null);
      if (own.ok && canEdit(own.value.role)) return own;
    }
    const { code, role, token } = joined;
    if (!isTokenTried) {
      isTokenTried = true;
      return ok({ role, isLocked: false, secret: "", token });
    }
    const again = await joinByCode(services.api, code);
    if (!again.ok) {
      const problem = again.error.code;
      if (problem === "unreachable" || problem === "unavailable") return err("unreachable");
      return openAccess(services, mapId, null);
    }
    keepJoined(mapId, { code, role: again.value.role, token: again.value.token });
    return ok({ role: again.value.role, isLocked: false, secret: "", token: again.value.token });
  };
}

import type { Result } from "#shared/lib/result.ts";
import { err, ok } from "#shared/lib/result.ts";
import { type Role, roles } from "#shared/protocol/roles.ts";
import { isMapId } from "#shared/protocol/rooms.ts";
import { accountName } from "../api/account.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import type { Services } from "../api/services.tsx";

/**
 * What this user may do with the map, and the secret that says so; that is empty where their account does. An empty token means that the server could not be
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
 * none; then the one kept on this device serves, or the list of this user's account, whichever gives more.
 */
export async function openAccess(
  services: Services,
  mapId: string,
  linkSecret: string | null,
): Promise<Result<MapAccess, AccessProblem>> {
  if (!isMapId(mapId)) return err("bad-address");
  const kept = services.deviceMaps.find(mapId);
  const secret = linkSecret ?? kept?.secret;
  if (secret === undefined) return openByAccount(services.api, mapId);
  const isAsked = linkSecret === null && accountName(document.cookie) !== null;
  // Side by side, so that asking both takes no longer than asking one.
  const [byLink, byAccount] = await Promise.all([
    openByLink(services, mapId, secret),
    isAsked ? openByAccount(services.api, mapId) : undefined,
  ]);
  if (!byAccount?.ok) return byLink;
  const isLinkBetter =
    byLink.ok &&
    byLink.value.token !== "" &&
    roles.indexOf(byLink.value.role) <= roles.indexOf(byAccount.value.role);
  return isLinkBetter ? byLink : byAccount;
}

async function openByLink(
  { api, deviceMaps, now }: Services,
  mapId: string,
  secret: string,
): Promise<Result<MapAccess, AccessProblem>> {
  const kept = deviceMaps.find(mapId);
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

/** Nothing of it stays on this device, where somebody else may sit next. */
async function openByAccount(api: Services["api"], mapId: string): Promise<Result<MapAccess, AccessProblem>> {
  const session = await api.openByAccount(mapId);
  if (session.ok) return ok({ ...session.value, secret: "" });
  const { code } = session.error;
  if (code === "unavailable" || code === "unreachable") return err("unreachable");
  // Not on the list, or there are no accounts here.
  return err(code === "not-found" ? "no-secret" : session.error);
}

/** The server's troubles, not the link's: a map that this device keeps opens all the same, with the work in it. */
const passing: ReadonlySet<ApiProblem["code"]> = new Set([
  "unreachable",
  "unavailable",
  "storage-full",
  "too-many-requests",
  "internal",
]);

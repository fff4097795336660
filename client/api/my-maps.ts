import { ok } from "#shared/lib/result.ts";
import * as s from "#shared/lib/schema.ts";
import type { MyMap, MyMapList } from "#shared/protocol/my-maps.ts";
import { roles } from "#shared/protocol/roles.ts";
import type { ApiResult, MapApi } from "./map-api.ts";

const myMap: s.Schema<MyMap> = s.object<MyMap>({
  id: s.string(),
  title: s.string(),
  role: s.oneOf(roles),
  isLocked: s.boolean(),
  openedAt: s.number(),
  restorableUntil: s.optional(s.number()),
});
const myMapList: s.Schema<MyMapList> = s.object<MyMapList>({
  maps: s.array(myMap),
  next: s.optional(s.string()),
});

const path = "/api/me/maps";

/** A page of the maps that this user's account has; `after` is the `next` of the page before. */
export function listMyMaps(api: MapApi, after?: string): ApiResult<MyMapList> {
  const query = after === undefined ? "" : `?after=${encodeURIComponent(after)}`;
  return api.requestJson(myMapList, "GET", `${path}${query}`);
}

/** Takes a map off the list of this user's account. */
export async function forgetMyMap(api: MapApi, mapId: string): ApiResult<null> {
  const response = await api.request("DELETE", `${path}/${mapId}`);
  return response.ok ? ok(null) : response;
}

/** Takes the deletion of a map back that this user's account owns. */
export async function restoreMyMap(api: MapApi, mapId: string): ApiResult<null> {
  const response = await api.request("POST", `${path}/${mapId}/restore`);
  return response.ok ? ok(null) : response;
}

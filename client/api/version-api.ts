import { readJson } from "#shared/formats/json/index.ts";
import { err, ok } from "#shared/lib/result.ts";
import * as s from "#shared/lib/schema.ts";
import type { PlainMap } from "#shared/model/index.ts";
import type { CreateMapResponse } from "#shared/protocol/api.ts";
import type {
  CopyVersionRequest,
  NameVersionRequest,
  RestoreVersionRequest,
  RestoreVersionResponse,
  VersionList,
  VersionSummary,
} from "#shared/protocol/versions.ts";
import { type ApiResult, bearer, createResponse, json, type MapApi } from "./map-api.ts";

const summary: s.Schema<VersionSummary> = s.object<VersionSummary>({
  id: s.string(),
  at: s.number(),
  kind: s.oneOf(["automatic", "named", "before-restoring"]),
  name: s.string(),
  author: s.string(),
  cards: s.number(),
});
const list: s.Schema<VersionList> = s.object({ versions: s.array(summary) });
/** Of what was changed the page sees for itself. */
const restored: s.Schema<Pick<RestoreVersionResponse, "before">> = s.object({ before: s.nullable(summary) });

export type VersionApi = ReturnType<typeof createVersionApi>;

/** The calls about the versions of one map. */
export function createVersionApi({ call, callJson }: MapApi, mapId: string, token: string) {
  const path = `/${mapId}/versions`;
  const authorized = (init: RequestInit = {}): RequestInit => ({
    ...init,
    headers: { ...(init.headers as Record<string, string> | undefined), ...bearer(token) },
  });
  return {
    /** The newest first. */
    list: (): ApiResult<VersionList> => callJson(list, "GET", path, authorized()),

    /** Keeps the map as it is now, for good. */
    name: (request: NameVersionRequest): ApiResult<VersionSummary> =>
      callJson(summary, "POST", path, authorized(json(request))),

    /** The map as it was. */
    read: async (id: string): ApiResult<PlainMap> => {
      const response = await call("GET", `${path}/${id}`, authorized());
      if (!response.ok) return response;
      const { map, diagnostics } = readJson(await response.value.text().catch(() => ""));
      const isWhole = diagnostics.every(({ severity }) => severity !== "error");
      return isWhole ? ok(map) : err({ code: "internal", diagnostics: [] });
    },

    /** Makes the map what it was, for everybody. */
    restore: (
      id: string,
      request: RestoreVersionRequest,
    ): ApiResult<Pick<RestoreVersionResponse, "before">> =>
      callJson(restored, "POST", `${path}/${id}/restore`, authorized(json(request))),

    /** Makes a new map of it. */
    copy: (id: string, request: CopyVersionRequest): ApiResult<CreateMapResponse> =>
      callJson(createResponse, "POST", `${path}/${id}/copy`, authorized(json(request))),

    /** Lets go of a named one; only the map's owner may. */
    remove: async (id: string): ApiResult<null> => {
      const response = await call("DELETE", `${path}/${id}`, authorized());
      return response.ok ? ok(null) : response;
    },
  };
}

import type { FormatName } from "#shared/formats/registry.ts";
import { err, ok, type Result } from "#shared/lib/result.ts";
import * as s from "#shared/lib/schema.ts";
import type {
  CreateMapRequest,
  CreateMapResponse,
  DeleteResponse,
  LinksResponse,
  MapLinks,
  SessionResponse,
} from "#shared/protocol/api.ts";
import { type LinkName, roles } from "#shared/protocol/roles.ts";
import { type ApiProblem, diagnosticsSchema, readProblem, unreachable } from "./api-problem.ts";

export type ApiResult<T> = Promise<Result<T, ApiProblem>>;

/** Longer than a slow phone needs for the largest file that the server takes. */
const timeoutMs = 30_000;

const linksSchema: s.Schema<MapLinks> = s.object({
  owner: s.string(),
  edit: s.string(),
  comment: s.string(),
  view: s.string(),
});
export const createResponse: s.Schema<CreateMapResponse> = s.object({
  id: s.string(),
  links: linksSchema,
  diagnostics: diagnosticsSchema,
});
const sessionResponse: s.Schema<SessionResponse> = s.object<SessionResponse>({
  role: s.oneOf(roles),
  isLocked: s.withDefault(s.boolean(), false),
  token: s.string(),
});
const deleteResponse: s.Schema<DeleteResponse> = s.object<DeleteResponse>({ restorableUntil: s.number() });
const linksResponse: s.Schema<LinksResponse> = s.object<LinksResponse>({
  links: linksSchema,
  isLocked: s.withDefault(s.boolean(), false),
});
export type MapApi = ReturnType<typeof createMapApi>;

/** The server's HTTP API as functions; `onSignInNeeded` hears when it answers nobody who has not signed in. None throws: what goes wrong comes back as an `ApiProblem`. */
export function createMapApi(fetchFrom: typeof fetch, onSignInNeeded: () => void = () => undefined) {
  async function request(method: string, address: string, init: RequestInit = {}): ApiResult<Response> {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetchFrom(address, { ...init, method, signal });
      if (response.ok) return ok(response);
      const problem = await readProblem(response);
      if (problem.code === "sign-in-needed") onSignInNeeded();
      return err(problem);
    } catch {
      return err(unreachable); // fetch rejects only where no answer came: offline, refused, timed out
    }
  }

  async function requestJson<T>(schema: s.Schema<T>, ...args: Parameters<typeof request>): ApiResult<T> {
    const response = await request(...args);
    if (!response.ok) return response;
    const parsed = schema.safeParse(await response.value.json().catch(() => null));
    return parsed.success ? ok(parsed.data) : err({ code: "internal", diagnostics: [] });
  }

  const call = (method: string, path: string, init?: RequestInit) =>
    request(method, `/api/maps${path}`, init);
  const callJson = <T>(schema: s.Schema<T>, method: string, path: string, init?: RequestInit) =>
    requestJson(schema, method, `/api/maps${path}`, init);

  return {
    /** For calls that stand elsewhere, with the parts of the page that make them: below a map, and anywhere. */
    call,
    callJson,
    request,
    requestJson,

    createMap: (request: CreateMapRequest): ApiResult<CreateMapResponse> =>
      callJson(createResponse, "POST", "", json(request)),

    /** Trades a link's secret for a role and a token. */
    openSession: (mapId: string, secret: string): ApiResult<SessionResponse> =>
      callJson(sessionResponse, "POST", `/${mapId}/session`, json({ secret })),

    /** Opens a map of the list that the user's account has, if it has one. */
    openByAccount: (mapId: string): ApiResult<SessionResponse> =>
      requestJson(sessionResponse, "POST", `/api/me/maps/${mapId}/session`),

    /** What stands at the top left corner of a large map; undefined where there is no such thing. Read by `glimpseSchema`. */
    fetchGlimpse: async (mapId: string, token: string): ApiResult<unknown> => {
      const response = await call("GET", `/${mapId}/glimpse`, { headers: bearer(token) });
      if (!response.ok || response.value.status === 204) return response.ok ? ok(undefined) : response;
      return ok(await response.value.json().catch(() => undefined));
    },

    /** All links of a map, and whether it is locked; only its owner's secret opens them. */
    fetchLinks: (mapId: string, ownerSecret: string): ApiResult<LinksResponse> =>
      callJson(linksResponse, "POST", `/${mapId}/links`, json({ secret: ownerSecret })),

    /** The whole map as a file. */
    exportMap: async (mapId: string, format: FormatName, token: string): ApiResult<Blob> => {
      const response = await call("GET", `/${mapId}/export/${format}`, { headers: bearer(token) });
      if (!response.ok) return response;
      return response.value.blob().then(ok, () => err(unreachable));
    },

    /** Puts a new link in place of one and gives them all; only the owner's secret may. */
    changeLink: (mapId: string, link: LinkName, ownerSecret: string): ApiResult<LinksResponse> =>
      callJson(linksResponse, "POST", `/${mapId}/links/${link}`, json({ secret: ownerSecret })),

    /** Whether anybody but the owner may change the map. */
    setLocked: async (mapId: string, isLocked: boolean, token: string): ApiResult<null> => {
      const method = isLocked ? "PUT" : "DELETE";
      const response = await call(method, `/${mapId}/lock`, { headers: bearer(token) });
      return response.ok ? ok(null) : response;
    },

    /** Closes the map to everybody. */
    deleteMap: (mapId: string, token: string): ApiResult<DeleteResponse> =>
      callJson(deleteResponse, "DELETE", `/${mapId}`, { headers: bearer(token) }),

    /** Takes the deletion of a map back. */
    restoreMap: async (mapId: string, ownerSecret: string): ApiResult<null> => {
      const response = await call("POST", `/${mapId}/restore`, json({ secret: ownerSecret }));
      return response.ok ? ok(null) : response;
    },
  };
}

/** A body of JSON. */
export function json(body: unknown): RequestInit {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** Without a token the session cookie speaks for this user. */
export function bearer(token: string): Readonly<Record<string, string>> {
  return token === "" ? {} : { authorization: `Bearer ${token}` };
}

import type { Context } from "hono";
import { isMapId, type MapId } from "#shared/protocol/rooms.ts";
import type { Authorized } from "../../access/index.ts";
import { readSessionCookie } from "../cookie.ts";
import { isAllowedOrigin } from "../origin.ts";
import { accessProblem, ProblemError } from "./problems.ts";
import type { Environment, Services } from "./services.ts";

/** The map id of the path; a malformed one names no map. */
export function mapIdOf(c: Context<Environment>): MapId {
  const id = c.req.param("id") ?? "";
  if (!isMapId(id)) throw accessProblem("not-found");
  return id;
}

/** What the caller may do with the map of the path; throws a problem when that is nothing. */
export async function authorize(c: Context<Environment>, services: Services): Promise<Authorized> {
  const { headers } = c.env.incoming;
  const cookie = readSessionCookie(headers.cookie);
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
  const authorized = await services.access.authorize(mapIdOf(c), { bearer, cookie });
  if (!authorized.ok) throw accessProblem(authorized.error);
  if (authorized.value.via === "cookie" && isChange(c)) requireOwnPage(c, services);
  return authorized.value;
}

/** A browser sends cookies along whoever made the page; a change by cookie must therefore come from a page of ours. */
export function requireOwnPage(c: Context<Environment>, services: Services): void {
  if (!isOwnPage(c, services))
    throw new ProblemError("forbidden", "A change by cookie must come from a page of this server.");
}

/** What the owner may do; throws a problem, with `refusal` as its words, for everybody else. */
export async function authorizeOwner(
  c: Context<Environment>,
  services: Services,
  refusal: string,
): Promise<Authorized> {
  const authorized = await authorize(c, services);
  if (authorized.role !== "owner") throw new ProblemError("forbidden", refusal);
  return authorized;
}

/** Refuses changes that other sites' pages try to make, whatever they authenticate with. */
export function refuseForeignPages(c: Context<Environment>, services: Services): void {
  if (c.env.incoming.headers.origin !== undefined && isChange(c) && !isOwnPage(c, services))
    throw new ProblemError("forbidden", "Pages of other sites may not change anything here.");
}

function isChange(c: Context): boolean {
  return c.req.method !== "GET" && c.req.method !== "HEAD";
}

function isOwnPage(c: Context<Environment>, { config }: Services): boolean {
  const { headers } = c.env.incoming;
  return headers.origin !== undefined && isAllowedOrigin(headers.origin, headers, config);
}

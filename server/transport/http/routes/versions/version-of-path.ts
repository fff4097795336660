import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { PlainMap } from "#shared/model/index.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import type { VersionSummary } from "#shared/protocol/versions.ts";
import type { Authorized } from "../../../../access/index.ts";
import type { StoredVersion } from "../../../../history/index.ts";
import { authorize } from "../../authorize.ts";
import { ProblemError } from "../../problems.ts";
import { mapParams } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";

/** The map and the version of the path. */
export const versionParams: z.ZodObject<{ id: z.ZodString; version: z.ZodString }> = mapParams.extend({
  version: z.string(),
});

/** What callers are told of a version; the number of its record is the store's business. */
export function summaryOf({ id, at, kind, name, author, cards }: StoredVersion): VersionSummary {
  return { id, at, kind, name, author, cards };
}

/** The version of a map; throws a problem where there is none. */
export async function findVersion(
  { history }: Services,
  map: Authorized["map"],
  id: string,
): Promise<PlainMap> {
  const version = await history.read(map.id, id);
  if (version === undefined) throw noSuchVersion();
  return version;
}

export function noSuchVersion(): ProblemError {
  return new ProblemError("not-found", "The map has no such version, or no longer. Ask for the list again.");
}

/** Who may change the map; throws a problem, with `refusal` as its words, for everybody else. */
export async function authorizeEditor(
  c: Context<Environment>,
  services: Services,
  refusal: string,
): Promise<Authorized> {
  const authorized = await authorize(c, services);
  if (!canEdit(authorized.role)) throw new ProblemError("forbidden", refusal);
  return authorized;
}

export function fromTheFuture(): ProblemError {
  return new ProblemError(
    "forbidden",
    "A newer version of the program wrote this map. Update the server first.",
  );
}

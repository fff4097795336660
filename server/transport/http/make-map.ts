import type { Context } from "hono";
import { withPlaces } from "#shared/layout/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import type { CreateMapResponse } from "#shared/protocol/api.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { createMapId } from "../../access/index.ts";
import { createDocument, type NewDocument } from "../../rooms/index.ts";
import { publicUrlOfRequest } from "../origin.ts";
import { linksOf } from "./links.ts";
import { personOf } from "./person.ts";
import { ProblemError } from "./problems.ts";
import type { Environment, Services } from "./services.ts";

const firstRecord = 1;

/** Stores a new map with this content, and registers it; throws the problem `unreadable-file` where it breaks a rule. */
export async function makeMap(
  c: Context<Environment>,
  services: Services,
  map: PlainMap,
  title: string,
): Promise<Pick<CreateMapResponse, "id" | "links">> {
  const made = createDocument({ ...withPlaces(map), meta: { title, createdAt: services.now() } });
  if (!made.ok)
    throw new ProblemError("unreadable-file", "The file breaks a rule that maps must keep.", [
      { code: made.error.code, severity: "error", message: made.error.message },
    ]);
  return storeMap(c, services, made.value, title);
}

/** Stores a new map that is a document already, and registers it. */
export async function storeMap(
  c: Context<Environment>,
  services: Services,
  { record, glimpse }: NewDocument,
  title: string,
): Promise<Pick<CreateMapResponse, "id" | "links">> {
  const { config, accounts, ownership, stores, log } = services;
  const id = createMapId();
  // The document comes first: a map that is registered always has one.
  await stores.documents.append(id, [record]);
  if (glimpse) await keepGlimpse(services, id, glimpse);
  const secrets = await ownership.createMap(id).catch(async (error: unknown) => {
    await stores.documents.remove(id);
    throw error;
  });
  const person = personOf(c, services);
  // The links are shown this once: a list that lacks the map must not keep them from its owner.
  if (person !== undefined)
    await accounts
      .noteMade(person.id, id, title)
      .catch((error: unknown) => log.warn("A new map could not be listed.", { map: id, error }));
  return { id, links: linksOf(publicUrlOfRequest(c.env.incoming.headers, config), id, secrets) };
}

/** Without it the map opens as well, only later. */
async function keepGlimpse({ stores, log }: Services, id: MapId, glimpse: Uint8Array): Promise<void> {
  await stores.documents
    .keepGlimpse(id, glimpse, firstRecord)
    .catch((error: unknown) => log.warn("A glimpse could not be kept.", { map: id, error }));
}

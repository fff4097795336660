import { isMapId, type MapId } from "#shared/protocol/rooms.ts";
import { UsageError } from "./command.ts";

/** Where a map is, and what opens it. */
export type MapAddress = Readonly<{ server: string; id: MapId; secret: string }>;

/** Arguments can be seen by everybody on a machine; this cannot. */
export const secretVariable = "COUNTERPOINT_SECRET";

/** A map by its link, `https://host/m/<id>#<secret>`; the secret may come from the environment instead. */
export function readMapAddress(
  link: string,
  environment: Readonly<Record<string, string | undefined>>,
): MapAddress {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const id = /^\/m\/([^/]+)/.exec(url?.pathname ?? "")?.[1];
  if (url === undefined || !/^https?:$/.test(url.protocol) || id === undefined || !isMapId(id))
    throw new UsageError(`A map is named by its link, such as https://maps.example.org/m/<id>#<secret>.`);
  const secret = environment[secretVariable] || url.hash.slice(1);
  if (secret === "")
    throw new UsageError(`The link has no secret behind its "#". Copy all of it, or set ${secretVariable}.`);
  return { server: url.origin, id, secret };
}

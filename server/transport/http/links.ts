import type { MapLinks } from "#shared/protocol/api.ts";
import { type LinkName, linkNames } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { LinkSecrets } from "../../access/index.ts";

/** Full URLs; the secret stands behind `#`, so no browser sends it and no log has it. */
export function linksOf(publicUrl: string, id: MapId, secrets: LinkSecrets): MapLinks {
  const entries = linkNames.map((link): [LinkName, string] => [
    link,
    `${publicUrl}/m/${id}#${secrets[link]}`,
  ]);
  return Object.fromEntries(entries) as MapLinks;
}

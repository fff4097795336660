import type { Role } from "#shared/protocol/roles.ts";

/** A link of a map that is to be this device's own. */
export type OwnLink = Readonly<{ role: Role; secret: string }>;

/** Goes on with the link that `exchange` brings, which may make the present one void; with null nothing is changed. */
export type ExchangeLink = (exchange: () => Promise<OwnLink | null>) => Promise<void>;

/** The secret of a map's link: all behind its `#`. */
export function secretOf(link: string): string {
  const at = link.indexOf("#");
  return at < 0 ? "" : link.slice(at + 1);
}

/** The link that a secret makes for a map, at the address that this page came from. */
export function linkOf(origin: string, mapId: string, secret: string): string {
  return `${origin}/m/${mapId}#${secret}`;
}

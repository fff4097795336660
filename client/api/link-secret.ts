/** The secret of a map's link: all behind its `#`. */
export function secretOf(link: string): string {
  const at = link.indexOf("#");
  return at < 0 ? "" : link.slice(at + 1);
}

/** The link that a secret makes for a map, at the address that this page came from. */
export function linkOf(origin: string, mapId: string, secret: string): string {
  return `${origin}/m/${mapId}#${secret}`;
}

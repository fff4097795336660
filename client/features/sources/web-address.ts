const linkedProtocols: ReadonlySet<string> = new Set(["http:", "https:"]);

/** The address to link to, or undefined for what is no web address: `javascript:` and the like are never made links. */
export function webAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && linkedProtocols.has(url.protocol) ? url.href : undefined;
}

/**
 * Whether a page's address asks for a map to be looked at only. The server lets exactly those pages stand in frames, so
 * both ends ask here. `search` is what stands in the address from `?` on, nothing of it decoded.
 */
export function asksForEmbedding(search: string): boolean {
  return /[?&]embed=1(?:&|$)/.test(search);
}

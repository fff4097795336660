import { navigate } from "wouter/use-browser-location";

/**
 * Goes to a page of the app without loading it anew. From page to page of one map the secret of its link goes along, which
 * is in the history entry and nowhere else on a device that may keep nothing.
 */
export function goTo(address: string): void {
  const map = mapPathOf(address);
  const isSameMap = map !== undefined && map === mapPathOf(window.location.pathname);
  navigate(address, isSameMap ? { state: window.history.state } : {});
}

/** `/m/<id>`, of every page of that map; undefined of pages that belong to none. */
function mapPathOf(address: string): string | undefined {
  return /^\/m\/[^/?#]+/u.exec(address)?.[0];
}

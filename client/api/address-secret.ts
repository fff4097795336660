import * as s from "#shared/lib/schema.ts";

const stateSchema = s.object({ linkSecret: s.string() });

/**
 * The secret that this page's address brought: from the fragment, or, once that was taken out of sight, from the
 * history entry, which outlives a reload but is not shown, copied or sent.
 */
export function readAddressSecret(page: Window): string | null {
  const fragment = decodeFragment(page.location.hash.slice(1));
  if (fragment !== "") return fragment;
  const state = stateSchema.safeParse(page.history.state);
  return state.success ? state.data.linkSecret : null;
}

/** The same, and out of the address bar from now on. */
export function takeAddressSecret(page: Window): string | null {
  const secret = readAddressSecret(page);
  if (secret !== null && page.location.hash !== "") hideAddressSecret(page, secret);
  return secret;
}

/** Takes the secret out of the address bar, so that it is not in a screenshot, a shared screen or a bookmark. */
export function hideAddressSecret(page: Window, linkSecret: string): void {
  const { pathname, search } = page.location;
  page.history.replaceState({ ...page.history.state, linkSecret }, "", `${pathname}${search}`);
}

/** Forgets what the address brought: the secret kept on this device is to serve. */
export function dropAddressSecret(page: Window): void {
  const { pathname, search } = page.location;
  page.history.replaceState(null, "", `${pathname}${search}`);
}

/** Some mail programs encode what stands behind the `#`. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a stray % is part of what was given; the server will say no
  }
}

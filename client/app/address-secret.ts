import * as s from "#shared/lib/schema.ts";
import { signInAddress } from "../api/account.ts";
import { isEmbedded } from "./embedded.ts";

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

const carriedKey = "counterpoint.carried-link";
const carriedSchema = s.object({ path: s.string(), linkSecret: s.string() });

/**
 * Goes to sign in and comes back here. The address goes along, but not the secret behind its `#`, which is nobody
 * else's business: this tab keeps it meanwhile. An embedded map stays and says so itself: providers refuse frames, and
 * what they note would not come along to a page of another site.
 */
export function leaveToSignIn(page: Window): void {
  if (isEmbedded(page)) return;
  const { pathname, search } = page.location;
  const linkSecret = readAddressSecret(page);
  if (linkSecret !== null) keepForThisTab(page, JSON.stringify({ path: pathname, linkSecret }));
  // The fragment would go along to the provider, through every redirection.
  page.history.replaceState(page.history.state, "", `${pathname}${search}`);
  page.location.assign(signInAddress(`${pathname}${search}`));
}

/** Takes up the secret that was left here before signing in. */
export function bringSecretBack(page: Window): void {
  const carried = takeFromThisTab(page);
  if (carried === null) return;
  const parsed = carriedSchema.safeParse(JSON.parse(carried));
  if (parsed.success && parsed.data.path === page.location.pathname && page.location.hash === "")
    hideAddressSecret(page, parsed.data.linkSecret);
}

function keepForThisTab(page: Window, text: string): void {
  try {
    page.sessionStorage.setItem(carriedKey, text);
  } catch {
    // The browser keeps nothing for this page: the link has to be opened again after signing in.
  }
}

function takeFromThisTab(page: Window): string | null {
  try {
    const text = page.sessionStorage.getItem(carriedKey);
    page.sessionStorage.removeItem(carriedKey);
    return text;
  } catch {
    return null; // as above
  }
}

/** Some mail programs encode what stands behind the `#`. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a stray % is part of what was given; the server will say no
  }
}

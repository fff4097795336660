import * as s from "#shared/lib/schema.ts";
import { signInAddress } from "../api/account.ts";
import { hideAddressSecret, readAddressSecret } from "../api/address-secret.ts";
import { isEmbedded } from "./embedded.ts";

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

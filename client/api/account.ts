/** What the server tells the page of the account that its user signed in with. */
const accountCookie = "counterpoint_account";

/** The name on the account; null where nobody has to sign in. */
export function accountName(cookies: string): string | null {
  for (const pair of cookies.split(";")) {
    const [name, value = ""] = pair.trim().split("=", 2);
    if (name === accountCookie) return decode(value);
  }
  return null;
}

/** Ends this user's being signed in here; the provider may still know them. */
export async function signOut(fetchFrom: typeof fetch): Promise<boolean> {
  try {
    return (await fetchFrom("/auth/sign-out", { method: "POST" })).ok;
  } catch {
    return false; // no answer came
  }
}

/** The server's address that leads to the provider and then to `returnTo`. */
export function signInAddress(returnTo: string): string {
  return `/auth/sign-in?to=${encodeURIComponent(returnTo)}`;
}

function decode(value: string): string | null {
  try {
    const name = decodeURIComponent(value);
    return name === "" ? null : name;
  } catch {
    return null; // written by something else
  }
}

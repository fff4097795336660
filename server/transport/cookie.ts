/** The device's session. Not readable by scripts, and not sent along by other sites' requests. */
const cookieName = "counterpoint_session";

/** The device token among a request's cookies. */
export function readSessionCookie(header: string | undefined): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [name, value] = pair.trim().split("=", 2);
    if (name === cookieName && value !== undefined && value !== "") return value;
  }
  return undefined;
}

/** The header that sets the device token. `Secure` only under https: on plain http it would never come back. */
export function writeSessionCookie(token: string, expiresAt: number, isSecure: boolean): string {
  const expires = new Date(expiresAt).toUTCString();
  const secure = isSecure ? "; Secure" : "";
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${expires}${secure}`;
}

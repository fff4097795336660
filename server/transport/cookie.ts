/** The device's session. Not readable by scripts, and not sent along by other sites' requests. */
export const sessionName = "counterpoint_session";
/** Who has signed in, where people have to. */
export const personName = "counterpoint_person";
/** A way to the provider that has been begun. */
const attemptName = "counterpoint_attempt";
/** What the account calls its owner; for the page to read. */
const accountName = "counterpoint_account";

type Cookie = Readonly<{ name: string; value: string; path: string; isForScripts: boolean }>;

/** The device token among a request's cookies. */
export function readSessionCookie(header: string | undefined): string | undefined {
  return read(header, sessionName);
}

/** What the server noted of who has signed in, among a request's cookies. */
export function readPersonCookie(header: string | undefined): string | undefined {
  return read(header, personName);
}

/** What the server noted of signing in that was begun, among a request's cookies. */
export function readAttemptCookie(header: string | undefined): string | undefined {
  return read(header, attemptName);
}

/** The header that sets the device token. `Secure` only under https: on plain http it would never come back. */
export function writeSessionCookie(token: string, expiresAt: number, isSecure: boolean): string {
  return write({ name: sessionName, value: token, path: "/", isForScripts: false }, expiresAt, isSecure);
}

/** The header that notes a way to the provider; one that ended long ago takes it back. */
export function writeAttemptCookie(note: string, expiresAt: number, isSecure: boolean): string {
  return write({ name: attemptName, value: note, path: "/auth", isForScripts: false }, expiresAt, isSecure);
}

/** The headers that note who has signed in, and their name for the page; ones that ended long ago take it back. */
export function writePersonCookies(
  note: string,
  name: string,
  expiresAt: number,
  isSecure: boolean,
): readonly string[] {
  const shown = encodeURIComponent(name);
  return [
    write({ name: personName, value: note, path: "/", isForScripts: false }, expiresAt, isSecure),
    write({ name: accountName, value: shown, path: "/", isForScripts: true }, expiresAt, isSecure),
  ];
}

function read(header: string | undefined, wanted: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [name, value] = pair.trim().split("=", 2);
    if (name === wanted && value !== undefined && value !== "") return value;
  }
  return undefined;
}

function write({ name, value, path, isForScripts }: Cookie, expiresAt: number, isSecure: boolean): string {
  const expires = new Date(expiresAt).toUTCString();
  const hidden = isForScripts ? "" : "; HttpOnly";
  const secure = isSecure ? "; Secure" : "";
  return `${name}=${value}; Path=${path}${hidden}; SameSite=Lax; Expires=${expires}${secure}`;
}

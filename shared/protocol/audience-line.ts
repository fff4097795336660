/** What stands in the address of a connection that only follows a talk: it is counted and not shown to the others. */
export const audienceParams: Readonly<Record<string, string>> = { audience: "1" };

/** Whether a connection's address asks for that. `search` is what stands in it from `?` on. */
export function joinsAsAudience(search: string): boolean {
  return /[?&]audience=1(?:&|$)/.test(search);
}

/** Access to maps: capability links, sessions, and the store port that keeps them. */
export { Access, type AccessFault, type Authorized, type Credentials } from "./access.ts";
export type { AccessStore, Grant, StoredLink, StoredMap, StoredSession } from "./ports.ts";
export { createMapId, type LinkSecrets } from "./secrets.ts";

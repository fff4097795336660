/** Access to maps: capability links, sessions, what an owner decides, and the store port that keeps it all. */
export { Access, type Authorized, type Credentials } from "./access.ts";
export { Accounts, type ListedMap } from "./accounts.ts";
export { JoinCodes } from "./join-codes.ts";
export { Ownership } from "./ownership.ts";
export type {
  AccessStore,
  AccountMap,
  AccountStore,
  CodeStore,
  Grant,
  ListPlace,
  StoredCode,
  StoredLink,
  StoredMap,
  StoredSession,
} from "./ports.ts";
export { type AccessFault, type RightChange, rightChanges } from "./rights.ts";
export { createMapId, type LinkSecrets } from "./secrets.ts";

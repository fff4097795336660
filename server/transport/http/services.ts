import type { HttpBindings } from "@hono/node-server";
import type { Access, Accounts, JoinCodes, Ownership } from "../../access/index.ts";
import type { Audiences } from "../../audience/index.ts";
import type { Config } from "../../config.ts";
import type { FileDesk, KeptFiles } from "../../files/index.ts";
import type { Health } from "../../health.ts";
import type { MapHistory } from "../../history/index.ts";
import type { Log } from "../../logging.ts";
import type { PrometheusMeter } from "../../metrics/prometheus.ts";
import type { MapPolls } from "../../polls/index.ts";
import type { RoomRegistry } from "../../rooms/index.ts";
import type { SignIn } from "../../sign-in/index.ts";
import type { Stores } from "../../storage/stores.ts";
import type { MapHands, MapTalk } from "../../talk/index.ts";
import type { RightsWatch } from "../ws/rights-watch.ts";
import type { ClientFiles } from "./client-files.ts";

/** What the routes work with. */
export type Services = Readonly<{
  config: Config;
  stores: Stores;
  access: Access;
  accounts: Accounts;
  codes: JoinCodes;
  /** Where people have to sign in first. */
  signIn: SignIn | undefined;
  ownership: Ownership;
  rights: RightsWatch;
  rooms: RoomRegistry;
  files: FileDesk;
  keptFiles: KeptFiles;
  history: MapHistory;
  talk: MapTalk;
  hands: MapHands;
  audiences: Audiences;
  polls: MapPolls;
  clientFiles: ClientFiles;
  log: Log;
  now: () => number;
  health: () => Promise<Health>;
  /** Absent where nobody may read them. */
  metrics: PrometheusMeter | undefined;
}>;

/** What Hono is told of the platform: Node's own request and response. */
export type Environment = { Bindings: HttpBindings };

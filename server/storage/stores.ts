import type { AccessStore, AccountStore, CodeStore } from "../access/ports.ts";
import type { HistoryStore } from "../history/ports.ts";
import type { PollStore } from "../polls/ports.ts";
import type { DocumentStore } from "../rooms/index.ts";

/** All that the server keeps, in one place that is opened and closed together. */
export type Stores = Readonly<{
  documents: DocumentStore;
  access: AccessStore;
  accounts: AccountStore;
  codes: CodeStore;
  history: HistoryStore;
  polls: PollStore;
  /** Rejects while the store cannot be read. */
  check: () => Promise<void>;
  close: () => Promise<void>;
}>;

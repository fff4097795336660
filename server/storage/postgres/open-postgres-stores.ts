import type { Stores } from "../stores.ts";
import { PostgresAccessStore } from "./postgres-access-store.ts";
import { PostgresAccountStore } from "./postgres-account-store.ts";
import { PostgresCodeStore } from "./postgres-code-store.ts";
import { PostgresDatabase, type PostgresOptions } from "./postgres-database.ts";
import { PostgresDocumentStore } from "./postgres-document-store.ts";
import { PostgresHistoryStore } from "./postgres-history-store.ts";
import { PostgresPollStore } from "./postgres-poll-store.ts";

/** Opens a PostgreSQL database that any number of processes share. Rejects when it cannot be reached. */
export async function openPostgresStores(options: PostgresOptions): Promise<Stores> {
  const database = await PostgresDatabase.open(options);
  return {
    documents: new PostgresDocumentStore(database),
    access: new PostgresAccessStore(database),
    accounts: new PostgresAccountStore(database),
    codes: new PostgresCodeStore(database),
    history: new PostgresHistoryStore(database),
    polls: new PostgresPollStore(database),
    check: () => database.check(),
    close: () => database.close(),
  };
}

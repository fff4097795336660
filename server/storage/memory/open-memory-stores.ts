import type { Stores } from "../stores.ts";
import { MemoryAccessStore } from "./memory-access-store.ts";
import { MemoryAccountStore } from "./memory-account-store.ts";
import { MemoryCodeStore } from "./memory-code-store.ts";
import { MemoryDocumentStore } from "./memory-document-store.ts";
import { MemoryHistoryStore } from "./memory-history-store.ts";
import { MemoryPollStore } from "./memory-poll-store.ts";

/** Stores that keep nothing beyond the process. */
export function openMemoryStores(): Stores {
  const access = new MemoryAccessStore();
  return {
    documents: new MemoryDocumentStore(),
    access,
    accounts: new MemoryAccountStore(access),
    codes: new MemoryCodeStore(access),
    history: new MemoryHistoryStore(),
    polls: new MemoryPollStore(),
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

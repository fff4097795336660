import { describeAccessStore } from "../../../tests/support/describe-access-store.ts";
import { describeAccountStore } from "../../../tests/support/describe-account-store.ts";
import { describeCodeStore } from "../../../tests/support/describe-code-store.ts";
import { describeDocumentStore } from "../../../tests/support/describe-document-store.ts";
import { describeHistoryStore } from "../../../tests/support/describe-history-store.ts";
import { describePollStore } from "../../../tests/support/describe-poll-store.ts";
import { MemoryAccessStore } from "./memory-access-store.ts";
import { MemoryAccountStore } from "./memory-account-store.ts";
import { MemoryCodeStore } from "./memory-code-store.ts";
import { MemoryDocumentStore } from "./memory-document-store.ts";
import { MemoryHistoryStore } from "./memory-history-store.ts";
import { MemoryPollStore } from "./memory-poll-store.ts";

const dispose = (): Promise<void> => Promise.resolve();

describeDocumentStore("memory", async () => {
  const store = new MemoryDocumentStore();
  return { store, reopen: () => Promise.resolve(store), dispose };
});
describeAccessStore("memory", async () => ({ store: new MemoryAccessStore(), dispose }));
describeAccountStore("memory", async () => {
  const access = new MemoryAccessStore();
  return { access, accounts: new MemoryAccountStore(access), dispose };
});
describeCodeStore("memory", async () => {
  const access = new MemoryAccessStore();
  return { access, codes: new MemoryCodeStore(access), dispose };
});
describeHistoryStore("memory", async () => ({ store: new MemoryHistoryStore(), dispose }));
describePollStore("memory", async () => ({ store: new MemoryPollStore(), dispose }));

import { type DocumentStore, StoreError, type StoreErrorCode } from "../../server/rooms/index.ts";
import { MemoryDocumentStore } from "../../server/storage/memory/memory-document-store.ts";

/** A memory store whose writing, or reading, a test can make fail. */
export class FailingStore extends MemoryDocumentStore implements DocumentStore {
  failWith: StoreErrorCode | undefined;
  failLoads = false;
  /** Calls to `append` so far, the failed ones too. */
  attempts = 0;

  override append(...args: Parameters<DocumentStore["append"]>): Promise<number> {
    this.attempts++;
    return this.failWith === undefined ? super.append(...args) : Promise.reject(this.#error());
  }

  override compact(...args: Parameters<DocumentStore["compact"]>): Promise<void> {
    return this.failWith === undefined ? super.compact(...args) : Promise.reject(this.#error());
  }

  override load(...args: Parameters<DocumentStore["load"]>): ReturnType<DocumentStore["load"]> {
    return this.failLoads ? Promise.reject(new StoreError("failed", "made to fail")) : super.load(...args);
  }

  #error(): StoreError {
    return new StoreError(this.failWith ?? "failed", "made to fail");
  }
}

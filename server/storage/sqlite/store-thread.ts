import type { Worker } from "node:worker_threads";
import { StoreError } from "../../rooms/ports.ts";
import { startThread } from "../../start-thread.ts";
import type { DatabaseOptions } from "./database.ts";
import type { StoreAnswer, StoreCalls } from "./store-calls.ts";

type Pending = Readonly<{ resolve: (value: unknown) => void; reject: (error: StoreError) => void }>;
/** A running thread and what it has been asked; kept together, so that a late end of one fails nothing of the next. */
type Running = Readonly<{ worker: Worker; pending: Map<number, Pending> }>;

/** The server's end of the store's thread. Should the thread die, what it was asked fails and a new one is started. */
export class StoreThread {
  readonly #options: DatabaseOptions;
  #running: Running | undefined;
  #number = 0;
  #isClosed = false;

  constructor(options: DatabaseOptions) {
    this.#options = options;
  }

  call<Name extends keyof StoreCalls>(
    name: Name,
    ...values: Parameters<StoreCalls[Name]>
  ): Promise<ReturnType<StoreCalls[Name]>> {
    if (this.#isClosed) return Promise.reject(new StoreError("closed", "The store is closed."));
    this.#running ??= this.#start();
    const { worker, pending } = this.#running;
    this.#number++;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      pending.set(number, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ number, name, values });
    });
  }

  /** Finishes what it was asked before, then ends the thread. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#running?.worker;
    this.#running = undefined;
    if (worker === undefined) return;
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.postMessage("close");
    await ended;
  }

  #start(): Running {
    const worker = startThread(import.meta.url, "store-worker", this.#options);
    const running: Running = { worker, pending: new Map() };
    worker.on("message", (answer: StoreAnswer) => settle(running, answer));
    let cause: unknown;
    worker.on("error", (error) => {
      cause = error;
    });
    // Not on its error: only when it has ended is the file free, for the next thread or anybody else.
    worker.on("exit", () => this.#lose(running, cause));
    return running;
  }

  #lose(running: Running, cause: unknown): void {
    if (this.#running === running) this.#running = undefined;
    const why = cause instanceof Error ? ` ${cause.message}` : "";
    for (const { reject } of running.pending.values())
      reject(new StoreError("failed", `The store's thread ended.${why}`, cause));
    running.pending.clear();
  }
}

function settle({ pending }: Running, answer: StoreAnswer): void {
  const asked = pending.get(answer.number);
  pending.delete(answer.number);
  if (answer.ok) asked?.resolve(answer.value);
  else asked?.reject(new StoreError(answer.code, answer.message));
}

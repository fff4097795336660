import type { Worker } from "node:worker_threads";
import { StoreError } from "../../rooms/ports.ts";
import { startThread } from "../../start-thread.ts";
import type { DatabaseOptions } from "./database.ts";
import type { StoreAnswer, StoreCalls, StoreRequest } from "./store-calls.ts";

type Pending = Readonly<{ resolve: (value: unknown) => void; reject: (error: StoreError) => void }>;
/** A running thread and what it has been asked; kept together, so that a late end of one fails nothing of the next. */
type Running = Readonly<{ worker: Worker; pending: Map<number, Pending>; unsent: StoreRequest[] }>;

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
    const running = this.#running;
    this.#number++;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      running.pending.set(number, { resolve: resolve as (value: unknown) => void, reject });
      // What is asked in one go is one message: to wake the thread costs more than most of what it is asked.
      if (running.unsent.length === 0) queueMicrotask(() => send(running));
      running.unsent.push({ number, name, values } as StoreRequest);
    });
  }

  /** Finishes what it was asked before, then ends the thread. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const running = this.#running;
    this.#running = undefined;
    if (running === undefined) return;
    send(running);
    const { worker } = running;
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.postMessage("close");
    await ended;
  }

  #start(): Running {
    const worker = startThread(import.meta.url, "store-worker", this.#options);
    const running: Running = { worker, pending: new Map(), unsent: [] };
    worker.on("message", (answers: readonly StoreAnswer[]) => {
      for (const answer of answers) settle(running, answer);
    });
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

function send(running: Running): void {
  const requests = running.unsent.splice(0);
  if (requests.length > 0) post(running, requests);
}

function post(running: Running, requests: readonly StoreRequest[]): void {
  const { worker, pending } = running;
  try {
    worker.postMessage(requests);
  } catch (cause) {
    // One of them holds what no thread can be given; the others are not to fail with it.
    if (requests.length > 1) {
      for (const request of requests) post(running, [request]);
      return;
    }
    for (const { number } of requests) {
      pending.get(number)?.reject(new StoreError("failed", "The store could not be asked.", cause));
      pending.delete(number);
    }
  }
}

function settle({ pending }: Running, answer: StoreAnswer): void {
  const asked = pending.get(answer.number);
  pending.delete(answer.number);
  if (answer.ok) asked?.resolve(answer.value);
  else asked?.reject(new StoreError(answer.code, answer.message));
}

import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { infoOf } from "#shared/formats/registry.ts";
import { limits } from "#shared/protocol/limits.ts";
import { startThread } from "../start-thread.ts";
import type { FileAnswer, FileTask, WorkerAnswer } from "./file-task.ts";
import { runFileTask } from "./run-file-task.ts";

/**
 * `busy`: too many wait already. `too-long`, `too-large`: it took more time or memory than a task may have. `refused`: what
 * was asked for cannot be drawn, and the message says why to whoever asked.
 */
export type FileTaskFault = "busy" | "too-long" | "too-large" | "refused" | "failed";

/** Why a task came to nothing; nothing was changed by it. */
export class FileTaskError extends Error {
  readonly code: FileTaskFault;

  constructor(code: FileTaskFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "FileTaskError";
    this.code = code;
  }
}

export type FileDeskOptions = Readonly<{
  /** So many tasks at a time; the others wait. */
  threads?: number;
  maxWaiting?: number;
  deadlineMs?: number;
  /** Tasks of fewer bytes are done at once: a thread takes longer to start. */
  smallBytes?: number;
  maxHeapMegabytes?: number;
}>;

/** Where files are read and written: small ones on the spot, others in threads that have a deadline and little memory. */
export class FileDesk {
  readonly #options: Required<FileDeskOptions>;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(options: FileDeskOptions = {}) {
    this.#options = {
      threads: limits.maxFileThreads,
      maxWaiting: limits.maxWaitingFileTasks,
      deadlineMs: limits.fileTaskDeadlineMs,
      smallBytes: limits.smallFileBytes,
      maxHeapMegabytes: limits.fileTaskHeapMegabytes,
      ...options,
    };
  }

  /** Does a task; rejects with a `FileTaskError` where it cannot be done. */
  async run<Task extends FileTask>(task: Task): Promise<FileAnswer<Task>> {
    if (!isDrawing(task) && bytesOf(task) <= this.#options.smallBytes) return runFileTask(task);
    await this.#takeTurn();
    try {
      return await this.#runAside(task);
    } finally {
      this.#endTurn();
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#running < this.#options.threads) {
      this.#running++;
      return;
    }
    if (this.#waiting.length >= this.#options.maxWaiting)
      throw new FileTaskError("busy", "Too many files are being read and written.");
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Hands the turn on to whoever has waited longest. */
  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running--;
    else next();
  }

  async #runAside<Task extends FileTask>(task: Task): Promise<FileAnswer<Task>> {
    const { deadlineMs, maxHeapMegabytes } = this.#options;
    const thread = startThread(import.meta.url, "file-worker", task, {
      maxOldGenerationSizeMb: maxHeapMegabytes,
    });
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), deadlineMs);
    try {
      return (await answerOf(thread, deadline.signal)) as FileAnswer<Task>;
    } catch (cause) {
      if (cause instanceof FileTaskError) throw cause;
      if (deadline.signal.aborted)
        throw new FileTaskError("too-long", `It took longer than ${deadlineMs / 1000} seconds.`);
      if (isOutOfMemory(cause)) throw new FileTaskError("too-large", "It took too much memory.");
      throw new FileTaskError("failed", "The thread that reads and writes files failed.", cause);
    } finally {
      clearTimeout(timer);
      void thread.terminate();
    }
  }
}

/** What comes of the thread's task. */
async function answerOf(thread: Worker, signal: AbortSignal): Promise<unknown> {
  const ended = once(thread, "exit", { signal }).then(() => {
    throw new FileTaskError("failed", "The thread that reads and writes files ended without a word.");
  });
  const [said] = (await Promise.race([once(thread, "message", { signal }), ended])) as [WorkerAnswer];
  // Of the two that were waited for, one goes on waiting until the thread is ended; nobody hears of it.
  ended.catch(() => undefined);
  if ("refusal" in said) throw new FileTaskError("refused", said.refusal);
  return said.answer;
}

/** Pictures cost more than their maps let one think. */
function isDrawing(task: FileTask): boolean {
  return task.kind === "export" && infoOf(task.format).isDrawn;
}

function bytesOf(task: FileTask): number {
  const content = "content" in task ? task.content.length : 0;
  return content + ("state" in task ? task.state.byteLength : 0);
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
}

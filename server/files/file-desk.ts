import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { limits } from "#shared/protocol/limits.ts";
import { startThread } from "../start-thread.ts";
import type { FileAnswer, FileTask, TaskOfThread, WorkerAnswer } from "./file-task.ts";
import { FileTaskError } from "./file-task-error.ts";
import { isDrawing, isSmall } from "./is-small.ts";
import { runFileTask } from "./run-file-task.ts";
import { Turns } from "./turns.ts";

export type FileDeskOptions = Readonly<{
  /** So many tasks at a time; the others wait. */
  threads?: number;
  maxWaiting?: number;
  /** Held by those that wait. */
  maxWaitingBytes?: number;
  /** For a task, and for waiting until it begins. */
  deadlineMs?: number;
  /** What is done at once: a thread takes longer to start. */
  isSmall?: (task: FileTask) => boolean;
  maxHeapMegabytes?: number;
}>;

/** Who waits for a file: from where, and until when. */
export type Asker = Readonly<{ address: string; signal: AbortSignal }>;

const nobody: Asker = { address: "", signal: new AbortController().signal };

/** Where files are read and written: small ones on the spot, others in threads that have a deadline and little memory. */
export class FileDesk {
  readonly #options: Required<FileDeskOptions>;
  readonly #turns: Turns;

  constructor(options: FileDeskOptions = {}) {
    this.#options = {
      threads: limits.maxFileThreads,
      maxWaiting: limits.maxWaitingFileTasks,
      maxWaitingBytes: limits.maxWaitingFileBytes,
      deadlineMs: limits.fileTaskDeadlineMs,
      isSmall,
      maxHeapMegabytes: limits.fileTaskHeapMegabytes,
      ...options,
    };
    const { threads, maxWaiting, maxWaitingBytes, deadlineMs } = this.#options;
    this.#turns = new Turns({ threads, maxWaiting, maxWaitingBytes, maxWaitMs: deadlineMs });
  }

  /** Does a task; rejects with a `FileTaskError` where it cannot be done, also when whoever asks does not wait any longer. */
  async run<Task extends FileTask>(
    task: Task,
    { address, signal }: Asker = nobody,
  ): Promise<FileAnswer<Task>> {
    if (this.#options.isSmall(task)) return runFileTask(task);
    const request = { address, isSlow: isDrawing(task), bytes: bytesOf(task) };
    const endTurn = await this.#turns.take(request, signal);
    try {
      return await this.#runAside(task, signal);
    } finally {
      endTurn();
    }
  }

  async #runAside<Task extends FileTask>(task: Task, signal: AbortSignal): Promise<FileAnswer<Task>> {
    const { deadlineMs, maxHeapMegabytes } = this.#options;
    // A thread that is ended cannot clean up behind itself.
    const scratch = join(tmpdir(), `counterpoint-${randomUUID()}`);
    const job: TaskOfThread = { task, scratch };
    const thread = startThread(import.meta.url, "file-worker", job, {
      maxOldGenerationSizeMb: maxHeapMegabytes,
    });
    const deadline = AbortSignal.timeout(deadlineMs);
    try {
      return (await answerOf(thread, AbortSignal.any([deadline, signal]))) as FileAnswer<Task>;
    } catch (cause) {
      if (cause instanceof FileTaskError) throw cause;
      if (signal.aborted) throw new FileTaskError("called-off", "Nobody waits for the file any more.");
      if (deadline.aborted)
        throw new FileTaskError("too-long", `It took longer than ${deadlineMs / 1000} seconds.`);
      if (isOutOfMemory(cause)) throw new FileTaskError("too-large", "It took too much memory.");
      throw new FileTaskError("failed", "The thread that reads and writes files failed.", cause);
    } finally {
      // The next begins when this one's memory is free again.
      await thread.terminate();
      // What cannot be removed is swept up by the system one day; the answer is none the worse for it.
      await rm(scratch, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
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

/** In memory, where a character takes up to two. */
function bytesOf(task: FileTask): number {
  const content = "content" in task ? 2 * task.content.length : 0;
  return content + ("state" in task ? task.state.byteLength : 0);
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** The thread that does one task on files: large ones take seconds, and other maps go on meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { DrawingError } from "#shared/formats/drawn/drawing.ts";
import type { TaskOfThread, WorkerAnswer } from "./file-task.ts";
import { runFileTask } from "./run-file-task.ts";

async function answer(): Promise<WorkerAnswer> {
  const { task, scratch } = workerData as TaskOfThread;
  try {
    return { answer: await runFileTask(task, scratch) };
  } catch (error) {
    // An error of a class does not keep it on the way between threads.
    if (error instanceof DrawingError) return { refusal: error.message };
    throw error;
  }
}

parentPort?.postMessage(await answer());

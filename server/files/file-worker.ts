/** The thread that does one task on files: large ones take seconds, and other maps go on meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import type { FileTask } from "./file-task.ts";
import { runFileTask } from "./run-file-task.ts";

parentPort?.postMessage(await runFileTask(workerData as FileTask));

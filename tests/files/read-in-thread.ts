/** The thread that reads one file, for a test that says how much memory it may have. */
import { parentPort, workerData } from "node:worker_threads";
import { type FormatName, loadFormat } from "#shared/formats/registry.ts";
import { createIdSource } from "#shared/model/index.ts";

const { format, content } = workerData as Readonly<{ format: FormatName; content: string }>;
const { read } = await loadFormat(format);
let made = 0;
const result = read?.(content, { createId: createIdSource(() => `n${++made}`), now: 1, author: "" });
parentPort?.postMessage(result?.map.records.size ?? 0);

/** The thread that makes one version of a large map: to read and to write it takes long, and other maps go on meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { makeVersion, type VersionSource } from "./make-version.ts";

parentPort?.postMessage(await makeVersion(workerData as VersionSource));

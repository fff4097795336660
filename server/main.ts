#!/usr/bin/env node
/** Where the program begins: hands the process to the command line, and nothing else touches it. */
import process from "node:process";
import { buffer } from "node:stream/consumers";
import { runCli } from "./cli/cli.ts";
import { machineFiles } from "./cli/machine-files.ts";

const stopRequested = new Promise<string>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
});
// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

const code = await runCli(process.argv.slice(2), {
  stdout: (data) => process.stdout.write(data),
  stderr: (text) => process.stderr.write(text),
  readInput: () => buffer(process.stdin),
  files: machineFiles,
  fetch: (url, init) => fetch(url, init),
  now: Date.now,
  environment: process.env,
  stopRequested,
});
// A pipe takes what was written in its own time.
await new Promise((resolve) => process.stdout.write("", resolve));
process.exit(code);

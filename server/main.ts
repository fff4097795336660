/** Where the program begins: hands the process to the command line, and nothing else touches it. */
import process from "node:process";
import { runCli } from "./cli/cli.ts";

const stopRequested = new Promise<string>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
});

const code = await runCli(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  environment: process.env,
  stopRequested,
});
process.exit(code);

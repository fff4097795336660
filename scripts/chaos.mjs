/**
 * `npm run chaos -- [--store sqlite|postgres|hocuspocus] [--rounds 100] [--full-disk]`: servers are killed, databases
 * stopped and disks filled while people write; counts what was said to be saved and is lost. Ends with 1 if anything is.
 * Hocuspocus is there to be held against ours.
 */
import { ensureDatabases } from "./steps/databases.mjs";
import { ensureInstalled } from "./steps/install.mjs";
import { runScript, runTool } from "./steps/run.mjs";

await runScript(async () => {
  await ensureInstalled();
  const args = process.argv.slice(2);
  if (args.includes("postgres")) await ensureDatabases();
  process.exitCode = await runTool("tsx/dist/cli.mjs", ["tests/chaos/main.ts", ...args]);
});

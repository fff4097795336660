/** `npm start`: installs what is missing, builds what is stale, serves. Nothing else to know. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./steps/build.mjs";
import { ensureInstalled } from "./steps/install.mjs";
import { root, runScript, say } from "./steps/run.mjs";

const parentCheckMs = 500;

await runScript(async () => {
  if (process.env.npm_lifecycle_event === "start") stopWithParent();
  await ensureInstalled();
  await ensureBuilt();
  // In this very process: signals, exit code and arguments reach the server with nobody between.
  await import(pathToFileURL(join(root, "dist/server/main.js")).href);
});

/**
 * npm hands a SIGTERM to the shell it runs us in, and many shells die of it without telling us; a server left behind
 * would hold the port and the data folder.
 */
function stopWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    say("npm has ended, so the server ends as well.");
    process.kill(process.pid, "SIGTERM");
  }, parentCheckMs);
  timer.unref();
}

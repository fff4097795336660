/** `npm start`: installs what is missing, builds what is stale, serves. Nothing else to know. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./steps/build.mjs";
import { ensureInstalled } from "./steps/install.mjs";
import { root, runScript } from "./steps/run.mjs";
import { stopWithNpm } from "./steps/stop-with-npm.mjs";

await runScript(async () => {
  stopWithNpm();
  await ensureInstalled();
  await ensureBuilt();
  // In this very process: signals, exit code and arguments reach the server with nobody between.
  await import(pathToFileURL(join(root, "dist/server/main.js")).href);
});

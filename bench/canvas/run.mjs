/**
 * `npm run bench:canvas [-- flags]`: measures the canvas beside others in one run and writes docs/benchmarks.md.
 * Installs, builds and finds the browser as the other scripts do; bench/canvas/main.ts says what the flags are.
 */
import { ensureBrowser } from "../../scripts/steps/browser.mjs";
import { ensureBuilt } from "../../scripts/steps/build.mjs";
import { ensureInstalled } from "../../scripts/steps/install.mjs";
import { runScript, runTool } from "../../scripts/steps/run.mjs";
import { stopWithNpm } from "../../scripts/steps/stop-with-npm.mjs";

await runScript(async () => {
  stopWithNpm();
  await ensureInstalled();
  await ensureBuilt();
  const args = ["bench/canvas/main.ts", ...process.argv.slice(2)];
  const env = { CHROMIUM_PATH: await ensureBrowser() };
  process.exitCode = await runTool("tsx/dist/cli.mjs", args, { env });
});

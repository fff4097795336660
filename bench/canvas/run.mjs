/**
 * `npm run bench:canvas [-- flags]`: measures the canvas beside others in one run and writes docs/benchmarks.md.
 * Installs, builds and finds the browser as the other scripts do; bench/canvas/options.ts says what the flags are.
 */
import { ensureBrowser } from "../../scripts/steps/browser.mjs";
import { ensureBuilt } from "../../scripts/steps/build.mjs";
import { ensureInstalled } from "../../scripts/steps/install.mjs";
import { runScript } from "../../scripts/steps/run.mjs";
import { stopWithNpm } from "../../scripts/steps/stop-with-npm.mjs";

await runScript(async () => {
  stopWithNpm();
  await ensureInstalled();
  await ensureBuilt();
  // Only now: before the packages are installed there is no tsx. In this very process, so that a signal ends it all.
  const { register } = await import("tsx/esm/api");
  register();
  const { bench } = await import("./main.ts");
  await bench(process.argv.slice(2), await ensureBrowser());
});

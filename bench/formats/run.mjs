/**
 * `npm run bench:formats [-- flags]`: measures how fast files are read and drawn, and writes its part of
 * docs/benchmarks.md. Installs and builds as the other scripts do; bench/formats/main.ts says what the flags are.
 */
import { ensureBuilt } from "../../scripts/steps/build.mjs";
import { ensureInstalled } from "../../scripts/steps/install.mjs";
import { runScript } from "../../scripts/steps/run.mjs";
import { stopWithNpm } from "../../scripts/steps/stop-with-npm.mjs";

await runScript(async () => {
  stopWithNpm();
  await ensureInstalled();
  await ensureBuilt();
  // Only now: before the packages are installed there is no tsx.
  const { register } = await import("tsx/esm/api");
  register();
  const { bench } = await import("./main.ts");
  bench(process.argv.slice(2));
});

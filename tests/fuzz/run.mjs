/** `npm run fuzz:frames`, `npm run fuzz:viewer` and `npm run fuzz:readers`; tests/fuzz/main.ts says what the flags are. */
import { ensureInstalled } from "../../scripts/steps/install.mjs";
import { runScript } from "../../scripts/steps/run.mjs";
import { stopWithNpm } from "../../scripts/steps/stop-with-npm.mjs";

await runScript(async () => {
  stopWithNpm();
  await ensureInstalled();
  // Only now: before the packages are installed there is no tsx.
  const { register } = await import("tsx/esm/api");
  register();
  const { fuzz } = await import("./main.ts");
  await fuzz(process.argv.slice(2));
});

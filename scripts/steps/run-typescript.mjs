/** For programs of ours that are written in TypeScript and are no part of the product: measurements and long tests. */
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { runScript } from "./run.mjs";
import { stopWithNpm } from "./stop-with-npm.mjs";

/**
 * Runs `main` with the flags of the command line, in this very process, so that a signal ends it all. Installs what is
 * missing first, and builds where `needsBuild`; TypeScript can be imported from within `main` and not before.
 */
export async function runTypescript(main, { needsBuild = false } = {}) {
  await runScript(async () => {
    stopWithNpm();
    await ensureInstalled();
    if (needsBuild) await ensureBuilt();
    // Only now: before the packages are installed there is no tsx.
    const { register } = await import("tsx/esm/api");
    register();
    await main(process.argv.slice(2));
  });
}

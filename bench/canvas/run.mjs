/**
 * `npm run bench:canvas [-- flags]`: measures the canvas beside others in one run and writes docs/benchmarks.md.
 * Installs, builds and finds the browser as the other scripts do; bench/canvas/options.ts says what the flags are.
 */
import { ensureBrowser } from "../../scripts/steps/browser.mjs";
import { runTypescript } from "../../scripts/steps/run-typescript.mjs";

await runTypescript(
  async (flags) => {
    const { bench } = await import("./main.ts");
    await bench(flags, await ensureBrowser());
  },
  { needsBuild: true },
);

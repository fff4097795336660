/**
 * `npm run bench:server [-- flags]`: measures the server beside others in one run and writes its part of
 * docs/benchmarks.md. Installs and builds as the other scripts do; bench/server/options.ts says what the flags are.
 */
import { runTypescript } from "../../scripts/steps/run-typescript.mjs";

await runTypescript(
  async (flags) => {
    const { bench } = await import("./main.ts");
    await bench(flags);
  },
  { needsBuild: true },
);

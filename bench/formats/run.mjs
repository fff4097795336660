/**
 * `npm run bench:formats [-- flags]`: measures how fast files are read and drawn, and writes its part of
 * docs/benchmarks.md. Installs and builds as the other scripts do; bench/formats/main.ts says what the flags are.
 */
import { runTypescript } from "../../scripts/steps/run-typescript.mjs";

await runTypescript(
  async (flags) => {
    const { bench } = await import("./main.ts");
    bench(flags);
  },
  { needsBuild: true },
);

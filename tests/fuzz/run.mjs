/** `npm run fuzz:frames`, `npm run fuzz:viewer` and `npm run fuzz:readers`; tests/fuzz/main.ts says what the flags are. */
import { runTypescript } from "../../scripts/steps/run-typescript.mjs";

await runTypescript(async (flags) => {
  const { fuzz } = await import("./main.ts");
  await fuzz(flags);
});

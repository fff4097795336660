/** `npm run soak`; tests/soak/main.ts says what the flags are. */
import { runTypescript } from "../../scripts/steps/run-typescript.mjs";

await runTypescript(async (flags) => {
  const { soak } = await import("./main.ts");
  await soak(flags);
});

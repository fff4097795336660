/** `npm run build`: client and server into dist/, whether or not they look fresh. */
import { build } from "./steps/build.mjs";
import { ensureInstalled } from "./steps/install.mjs";
import { runScript } from "./steps/run.mjs";

await runScript(async () => {
  await ensureInstalled();
  await build();
});

/** `npm run chaos`: many rounds of everything that can go wrong, and the count of what was lost. */
import { parseArgs } from "node:util";
import { bundleServer } from "../support/server-process.ts";
import { clusterWorld } from "./cluster-world.ts";
import { hocuspocusWorld } from "./hocuspocus-world.ts";
import { runChaos } from "./run-chaos.ts";
import { sqliteWorld } from "./sqlite-world.ts";
import type { World } from "./world.ts";

const { values } = parseArgs({
  options: {
    store: { type: "string", default: "sqlite" },
    rounds: { type: "string", default: "100" },
    "full-disk": { type: "boolean", default: false },
  },
});
const world = await openWorld(values.store);
try {
  const report = await runChaos(world, {
    rounds: Number(values.rounds),
    onRound: (round, fault, acknowledged, lost) =>
      process.stderr.write(`round ${round}, ${fault}: ${acknowledged} saved, ${lost} lost\n`),
  });
  const said = { store: values.store, ...report, lost: report.lost.length, such: report.lost.slice(0, 5) };
  process.stdout.write(`${JSON.stringify(said, undefined, 2)}\n`);
  process.exitCode = report.lost.length === 0 && report.isConverged ? 0 : 1;
} finally {
  await world.end();
}
// Stock clients leave timers behind.
process.exit();

async function openWorld(store: string): Promise<World> {
  switch (store) {
    case "hocuspocus":
      return hocuspocusWorld();
    case "postgres":
      return clusterWorld(await bundleServer("chaos"));
    case "sqlite":
      return sqliteWorld(await bundleServer("chaos"), { fillsDisk: values["full-disk"] });
    default:
      throw new Error(`There is no world called "${store}"; there are sqlite, postgres and hocuspocus.`);
  }
}

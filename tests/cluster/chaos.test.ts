import { describe, expect, it } from "vitest";
import { clusterWorld } from "../chaos/cluster-world.ts";
import { runChaos } from "../chaos/run-chaos.ts";
import { bundleServer } from "../support/server-process.ts";

/** Some 25 s on a machine that does nothing else: eight servers are started one after the other. */
const timeoutMs = 300_000;

describe("two servers on PostgreSQL and Redis", () => {
  it(
    "[P1] [P2] [P5] [W6] have every write that they said was saved, whichever of the four fails",
    async () => {
      const world = await clusterWorld(await bundleServer("chaos-in-short"));
      try {
        const report = await runChaos(world, { rounds: world.faults.length });
        expect(report.lost).toEqual([]);
        expect(report.isConverged).toBe(true);
        expect(Object.keys(report.struck)).toHaveLength(world.faults.length);
      } finally {
        await world.end();
      }
    },
    timeoutMs,
  );
});

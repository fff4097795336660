import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fuzzFrames } from "../fuzz/fuzz-frames.ts";
import { fuzzViewer } from "../fuzz/fuzz-viewer.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

/** Slices of `npm run fuzz:frames` and `npm run fuzz:viewer`. */
describe("clients that mean harm", () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer({ config: { trustProxy: true } });
  });
  afterEach(() => server.stop());

  it("[W2] [W5] send two thousand damaged frames, and two people on the same map notice nothing", async () => {
    const { sent, connections, longestProbeMs } = await fuzzFrames(server, {
      frames: 2_000,
      seed: 20_261_122,
      attackers: 8,
    });
    expect(sent).toBeGreaterThanOrEqual(2_000);
    // Else hardly any frame was damaged.
    expect(connections).toBeGreaterThan(sent / 10);
    expect(longestProbeMs).toBeLessThan(5_000);
  });

  it.each(["view", "comment"] as const)(
    "[W7] [W9] with a %s link change nothing, whatever they send",
    async (link) => {
      const most = 150;
      expect(await fuzzViewer(server, { seed: 7, link, goesOn: (sequences) => sequences < most })).toBe(most);
    },
  );
});

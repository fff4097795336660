import { describe, expect, it } from "vitest";
import { Latencies } from "./latencies.ts";

describe("Latencies", () => {
  it("tells percentiles within three in a hundred, also after a journey", () => {
    const latencies = new Latencies();
    for (let ms = 1; ms <= 1000; ms++) latencies.add(ms);
    const read = new Latencies(latencies.toCounts());
    expect(read.count).toBe(1000);
    for (const percent of [1, 50, 99]) {
      const measured = (read.percentile(percent) ?? 0) / (percent * 10);
      expect(measured).toBeGreaterThan(0.99);
      expect(measured).toBeLessThan(1.03);
    }
  });

  it("has none where nothing was measured", () => {
    expect(new Latencies().percentile(50)).toBeUndefined();
  });
});

/** Bins grow by this factor, so that a percentile is right within some two in a hundred. */
const binsPerOctave = 32;
const leastMs = 0.01;
const bins = 24 * binsPerOctave;

/** Millions of latencies in a few kilobytes. */
export class Latencies {
  readonly #counts: number[];

  constructor(counts: readonly number[] = []) {
    this.#counts = Array.from({ length: bins }, (_, index) => counts[index] ?? 0);
  }

  add(ms: number): void {
    const octaves = Math.log2(Math.max(ms, leastMs) / leastMs);
    const bin = Math.min(bins - 1, Math.floor(octaves * binsPerOctave));
    this.#counts[bin] = (this.#counts[bin] ?? 0) + 1;
  }

  get count(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** The latency that so many in a hundred stay below; `undefined` when there is none. */
  percentile(percent: number): number | undefined {
    const wanted = (this.count * percent) / 100;
    let seen = 0;
    for (const [bin, count] of this.#counts.entries()) {
      seen += count;
      if (count > 0 && seen >= wanted) return leastMs * 2 ** ((bin + 1) / binsPerOctave);
    }
    return undefined;
  }

  /** For a message to another process; the constructor reads it. */
  toCounts(): readonly number[] {
    return this.#counts;
  }
}

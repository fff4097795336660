const windowMs = 60_000;
const sweepEveryMs = 1_000;
/** Addresses remembered; some 2 MB. */
export const maxWindows = 20_000;

/** Counts events by address and minute. */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #now: () => number;
  /** In the order in which they began, so that those that are over stand first. */
  readonly #windows = new Map<string, { startedAt: number; count: number }>();
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Addresses that are remembered. */
  get size(): number {
    return this.#windows.size;
  }

  /** Counts one event; `false` when the address has had its share of this minute. */
  take(address: string): boolean {
    const now = this.#now();
    const known = this.#windows.get(address);
    if (known !== undefined && isOn(known.startedAt, now)) {
      known.count++;
      return known.count <= this.#perMinute;
    }
    this.#windows.delete(address);
    this.#forgetOver(now);
    if (this.#windows.size >= maxWindows) this.#forgetFirst();
    this.#windows.set(address, { startedAt: now, count: 1 });
    return true;
  }

  /** Whether the address has had its share of this minute; counts nothing. */
  isSpent(address: string): boolean {
    const known = this.#windows.get(address);
    return known !== undefined && isOn(known.startedAt, this.#now()) && known.count >= this.#perMinute;
  }

  #forgetOver(now: number): void {
    if (Math.abs(now - this.#sweptAt) < sweepEveryMs) return;
    this.#sweptAt = now;
    for (const [address, { startedAt }] of this.#windows) {
      if (isOn(startedAt, now)) return;
      this.#windows.delete(address);
    }
  }

  /**
   * Full, it forgets windows nearest their end: refusing new addresses instead would lock everybody out. A quarter at
   * once, because a Map whose first entry is taken again and again passes over all those taken before.
   */
  #forgetFirst(): void {
    let left = maxWindows / 4;
    for (const address of this.#windows.keys()) {
      this.#windows.delete(address);
      if (--left === 0) return;
    }
  }
}

/** One that begins later than now is of before the clock was set back: nobody is to wait for that hour again. */
function isOn(startedAt: number, now: number): boolean {
  return startedAt <= now && now - startedAt < windowMs;
}

const windowMs = 60_000;
/** Above it, windows that are over are forgotten. */
const maxWindows = 10_000;

/** Counts events by address and minute. */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #windows = new Map<string, { startedAt: number; count: number }>();

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Counts one event; `false` when the address has had its share of this minute. */
  take(address: string): boolean {
    const now = this.#now();
    const known = this.#windows.get(address);
    if (known === undefined || now - known.startedAt >= windowMs) {
      this.#forgetOld(now);
      this.#windows.set(address, { startedAt: now, count: 1 });
      return true;
    }
    known.count++;
    return known.count <= this.#perMinute;
  }

  #forgetOld(now: number): void {
    if (this.#windows.size < maxWindows) return;
    for (const [address, window] of this.#windows)
      if (now - window.startedAt >= windowMs) this.#windows.delete(address);
  }
}

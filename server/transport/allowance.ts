/** So much a second, and a burst above it; what is over it is told as a time to wait, and nothing is refused. */
export class Allowance {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #countedAt: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#countedAt = now;
  }

  /** Takes an amount; how long to wait until it is earned, 0 when it is already. A clock set back earns nothing. */
  take(amount: number, now: number): number {
    const earned = (Math.max(0, now - this.#countedAt) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#burst, this.#left + earned) - amount;
    this.#countedAt = now;
    return this.#left >= 0 ? 0 : (-this.#left / this.#perSecond) * 1000;
  }
}

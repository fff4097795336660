import type { RateLimiter } from "../../../rate-limiter.ts";

/**
 * Lets an address be wrong so many times a minute. Its tries come one after the other: of many at once all would be
 * looked up before the first was known to be wrong.
 */
export class WrongCodes {
  readonly #wrong: RateLimiter;
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(wrong: RateLimiter) {
    this.#wrong = wrong;
  }

  /** What `find` finds, which may be nothing; or that the address has been wrong too often to be told. */
  async look<T>(address: string, find: () => Promise<T | undefined>): Promise<T | undefined | "spent"> {
    const before = this.#last.get(address) ?? Promise.resolve();
    const look = before.then(async () => {
      if (this.#wrong.isSpent(address)) return "spent";
      const found = await find();
      if (found === undefined) this.#wrong.take(address);
      return found;
    });
    const done = look.catch(() => undefined); // told to who asked
    this.#last.set(address, done);
    try {
      return await look;
    } finally {
      if (this.#last.get(address) === done) this.#last.delete(address);
    }
  }
}

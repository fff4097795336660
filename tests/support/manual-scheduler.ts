import type { Scheduler } from "../../server/rooms/index.ts";

type Timer = { dueAt: number; order: number; task: () => void };

/** Time that a test moves by hand. */
export class ManualScheduler implements Scheduler {
  #now = 1_000_000;
  #setBy = 0;
  #order = 0;
  #deferred: (() => void)[] = [];
  #timers: Timer[] = [];

  readonly now = (): number => this.#now + this.#setBy;

  readonly elapsed = (): number => this.#now;

  /** Somebody sets the clock; no time passes. */
  setClockBy(ms: number): void {
    this.#setBy += ms;
  }

  defer(task: () => void): void {
    this.#deferred.push(task);
  }

  after(delayMs: number, task: () => void): () => void {
    const timer = { dueAt: this.#now + delayMs, order: this.#order++, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Runs what was deferred, and what promises it settled, until nothing is left. */
  async settle(): Promise<void> {
    let quiet = 0;
    // A promise chain may be a few turns long before it defers something again.
    while (quiet < 10) {
      const tasks = this.#deferred.splice(0);
      quiet = tasks.length > 0 ? 0 : quiet + 1;
      for (const task of tasks) task();
      await Promise.resolve();
    }
  }

  /** Lets time pass; timers fire in their order, each followed by what it sets off. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = next.dueAt;
      const fired = next;
      this.#timers = this.#timers.filter((timer) => timer !== fired);
      fired.task();
      await this.settle();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    return this.#timers
      .filter(({ dueAt }) => dueAt <= end)
      .sort((a, b) => a.dueAt - b.dueAt || a.order - b.order)[0];
  }
}

import type { Scheduler } from "./ports.ts";

/**
 * When what waits is handed to the store, over all rooms of a process. A commit costs about the same whatever is in it, so
 * commits keep a gap between them and each takes more with it; only where somebody waits to be told do they not.
 */
export class SavePace {
  readonly #scheduler: Scheduler;
  readonly #gapMs: number;
  #due: (() => void)[] = [];
  #releasedAt = Number.NEGATIVE_INFINITY;
  #isReleasing = false;
  #cancelTimer: (() => void) | undefined;

  constructor(scheduler: Scheduler, gapMs: number) {
    this.#scheduler = scheduler;
    this.#gapMs = gapMs;
  }

  /** Calls `save` once it is time; after a pause that is when this turn of the event loop has brought all it brings. */
  await(save: () => void): void {
    this.#due.push(save);
    if (this.#isReleasing || this.#cancelTimer !== undefined) return;
    const waitMs = this.#releasedAt + this.#gapMs - this.#scheduler.elapsed();
    if (waitMs > 0) this.#cancelTimer = this.#scheduler.after(waitMs, () => this.#release());
    else this.hurry();
  }

  /** Somebody waits for it: it is time for all of them, for they share one commit. */
  hurry(): void {
    if (this.#isReleasing || this.#due.length === 0) return;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#isReleasing = true;
    this.#scheduler.defer(() => this.#release());
  }

  #release(): void {
    this.#cancelTimer = undefined;
    this.#isReleasing = false;
    this.#releasedAt = this.#scheduler.elapsed();
    const due = this.#due;
    this.#due = [];
    for (const save of due) save();
  }
}

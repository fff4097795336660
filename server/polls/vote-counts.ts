import type { MapId } from "#shared/protocol/rooms.ts";
import type { Scheduler } from "../rooms/index.ts";
import type { StoredPoll } from "./ports.ts";

/** Everybody who listens hears of each; where a hall votes at once, this many times a second is as good as live. */
const tellEveryMs = 300;

/**
 * Tells how many have voted: the first ballot at once, and while more come the newest number now and then. What a
 * poll's state is, is told elsewhere and at once; the revision keeps an older number from covering it.
 */
export class VoteCounts {
  readonly #scheduler: Pick<Scheduler, "after">;
  readonly #show: (map: MapId, poll: StoredPoll) => Promise<unknown>;
  /** Polls told of a moment ago, with what has come since. */
  readonly #waiting = new Map<string, StoredPoll | undefined>();

  constructor(scheduler: Pick<Scheduler, "after">, show: (map: MapId, poll: StoredPoll) => Promise<unknown>) {
    this.#scheduler = scheduler;
    this.#show = show;
  }

  /** Resolves once it is told, or put off. Rejects where it could not be told. */
  async tell(map: MapId, poll: StoredPoll): Promise<void> {
    const key = `${map} ${poll.id}`;
    if (this.#waiting.has(key)) {
      if (poll.revision > (this.#waiting.get(key)?.revision ?? -1)) this.#waiting.set(key, poll);
      return;
    }
    this.#pause(key, map);
    await this.#show(map, poll);
  }

  #pause(key: string, map: MapId): void {
    this.#waiting.set(key, undefined);
    this.#scheduler.after(tellEveryMs, () => {
      const newest = this.#waiting.get(key);
      this.#waiting.delete(key);
      if (newest === undefined) return;
      this.#pause(key, map);
      // The ballots are stored. What could not be told now is told with the next that comes, or with the result.
      this.#show(map, newest).catch(() => undefined);
    });
  }
}

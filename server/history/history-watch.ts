import { limits } from "#shared/protocol/limits.ts";
import { isTalkRoom } from "#shared/protocol/rooms.ts";
import type { Log } from "../logging.ts";
import type { DocumentStore, RoomRegistry, Scheduler } from "../rooms/index.ts";
import type { MapHistory } from "./map-history.ts";

export type HistoryWatchOptions = Readonly<{
  history: MapHistory;
  rooms: Pick<RoomRegistry, "visited" | "use">;
  documents: Pick<DocumentStore, "forgetPrevious">;
  scheduler: Scheduler;
  log: Log;
}>;

/** How much later than due an hourly version may be kept, and an old one let go of. */
const lookEveryMs = 300_000;

/** Looks from time to time which open maps are due for a version, and what is kept no longer. */
export class HistoryWatch {
  readonly #options: HistoryWatchOptions;
  #cancelLook: () => void;
  #isEnded = false;

  constructor(options: HistoryWatchOptions) {
    this.#options = options;
    this.#cancelLook = this.#lookLater();
  }

  end(): void {
    this.#isEnded = true;
    this.#cancelLook();
  }

  #lookLater(): () => void {
    return this.#options.scheduler.after(lookEveryMs, () => void this.#look());
  }

  async #look(): Promise<void> {
    const { history, rooms, documents, scheduler, log } = this.#options;
    try {
      // One after the other: each copies a whole map, and nobody waits for it.
      for (const id of rooms.visited().filter((room) => !isTalkRoom(room)))
        await rooms.use(id, (room) => history.keep(room, limits.versionEveryMs));
      await history.forgetOld();
      await documents.forgetPrevious(scheduler.now() - limits.keepReplacedMs);
    } catch (error) {
      log.warn("Old versions of maps could not be looked after; it will be tried again.", { error });
    }
    if (!this.#isEnded) this.#cancelLook = this.#lookLater();
  }
}

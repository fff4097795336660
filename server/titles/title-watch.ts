import { modelLimits } from "#shared/model/limits.ts";
import { isTalkRoom, mapOfRoom } from "#shared/protocol/rooms.ts";
import type { AccountStore } from "../access/index.ts";
import type { Log } from "../logging.ts";
import type { Room, RoomRegistry, Scheduler } from "../rooms/index.ts";

export type TitleWatchOptions = Readonly<{
  accounts: Pick<AccountStore, "setTitle">;
  rooms: Pick<RoomRegistry, "visited" | "use">;
  scheduler: Scheduler;
  log: Log;
}>;

type OpenMap = Pick<Room, "id" | "read">;

/** How old a title in somebody's list may be while the map is open. */
const lookEveryMs = 5_000;

/** Writes down what maps are called, so that a list needs not open them. A look that finds nothing new writes nothing. */
export class TitleWatch {
  readonly #options: TitleWatchOptions;
  readonly #kept = new WeakMap<OpenMap, string>();
  #cancelLook: () => void;
  #isEnded = false;

  constructor(options: TitleWatchOptions) {
    this.#options = options;
    this.#cancelLook = this.#lookLater();
  }

  /** Never rejects: a map goes on though a list calls it by its former name. */
  async keep(room: OpenMap): Promise<void> {
    if (isTalkRoom(room.id)) return;
    try {
      const title = listed(room.read(({ meta }) => meta.title));
      if (this.#kept.get(room) === title) return;
      await this.#options.accounts.setTitle(mapOfRoom(room.id), title);
      this.#kept.set(room, title);
    } catch (error) {
      this.#options.log.warn("What a map is called could not be noted for lists.", { map: room.id, error });
    }
  }

  /** Looks once more, and then no longer. */
  async end(): Promise<void> {
    this.#isEnded = true;
    this.#cancelLook();
    await this.#look();
  }

  #lookLater(): () => void {
    return this.#options.scheduler.after(lookEveryMs, () => void this.#lookAgain());
  }

  async #lookAgain(): Promise<void> {
    await this.#look();
    if (!this.#isEnded) this.#cancelLook = this.#lookLater();
  }

  async #look(): Promise<void> {
    const { rooms, log } = this.#options;
    for (const id of rooms.visited()) {
      try {
        await rooms.use(id, (room) => this.keep(room));
      } catch (error) {
        log.warn("A map could not be asked what it is called.", { map: id, error });
      }
    }
  }
}

/** A document may hold anything as its title; PostgreSQL takes no NUL. */
function listed(title: string): string {
  return title.replaceAll("\0", "").slice(0, modelLimits.maxTitleChars);
}

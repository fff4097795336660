import { isMapId, type MapId, mapOfRoom, talkRoomOf } from "#shared/protocol/rooms.ts";
import { type Access, rightChanges } from "../../access/index.ts";
import type { Log } from "../../logging.ts";
import type { Bus, BusSubscription, RoomRegistry, Scheduler } from "../../rooms/index.ts";
import { endings } from "./refusals.ts";

export type RightsPorts = Readonly<{
  access: Access;
  rooms: RoomRegistry;
  bus: Bus;
  scheduler: Scheduler;
  log: Log;
}>;

/** A message between processes may be lost. What it would have said takes effect by then all the same. */
export const lookAgainEveryMs = 15_000;
/** Maps that the store is asked about together: hundreds at once would keep what is to be saved waiting, and everybody. */
export const lookedUpTogether = 10;

/**
 * Sends people away whose rights have changed, in every process. What has changed stands in the store alone; word of it
 * names only the map, so that a message twice, late or made up does no harm.
 */
export class RightsWatch {
  readonly #ports: RightsPorts;
  readonly #others: BusSubscription;
  #changes = 0;
  #isEnded = false;
  #isLooking = false;
  #mustLookAgain = false;
  #cancelLook: () => void;

  constructor(ports: RightsPorts) {
    this.#ports = ports;
    this.#others = ports.bus.subscribe(
      "rights",
      (message) => {
        const id = new TextDecoder().decode(message);
        if (isMapId(id)) void this.#notice(id);
      },
      { onOpen: () => void this.#look() },
    );
    this.#cancelLook = this.#lookLater();
  }

  /** Grows with every change heard of, whichever map it is of. */
  get changes(): number {
    return this.#changes;
  }

  /** To be called once a change of the rights to a map is stored; resolves when nobody here uses a right that is gone. */
  async changed(id: MapId): Promise<void> {
    this.#others.publish(new TextEncoder().encode(id));
    await this.#notice(id);
  }

  /** Closes the connections to a map that could not be opened again as they are. */
  async enforce(id: MapId): Promise<void> {
    const { access, rooms } = this.#ports;
    const changeOf = await access.watch(id);
    for (const change of rightChanges) {
      const { code, reason } = endings[change];
      for (const room of [id, talkRoomOf(id)])
        rooms.closeConnections(room, (participant) => changeOf(participant) === change, code, reason);
    }
  }

  end(): void {
    this.#isEnded = true;
    this.#cancelLook();
    this.#others.end();
  }

  async #notice(id: MapId): Promise<void> {
    this.#changes++;
    await this.#tryToEnforce(id);
  }

  #lookLater(): () => void {
    return this.#ports.scheduler.after(lookAgainEveryMs, () => {
      void this.#look();
      this.#cancelLook = this.#lookLater();
    });
  }

  /** Never twice at a time: looks at a store that hangs would pile up, and all come down on it when it is back. */
  async #look(): Promise<void> {
    this.#mustLookAgain = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#mustLookAgain && !this.#isEnded) {
        this.#mustLookAgain = false;
        await this.#lookAtAll();
      }
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookAtAll(): Promise<void> {
    const maps = [...new Set(this.#ports.rooms.visited().map(mapOfRoom))];
    for (let first = 0; first < maps.length && !this.#isEnded; first += lookedUpTogether) {
      const together = maps.slice(first, first + lookedUpTogether);
      await Promise.all(together.map((id) => this.#tryToEnforce(id)));
    }
  }

  async #tryToEnforce(id: MapId): Promise<void> {
    try {
      await this.enforce(id);
    } catch (error) {
      this.#ports.log.error("Rights could not be looked up; they will be again.", { map: id, error });
    }
  }
}

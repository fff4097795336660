import type { RoomPorts } from "./room.ts";
import type { RoomRegistry } from "./room-registry.ts";

/** How late another process' changes may be when the bus does not carry them. */
const lookEveryMs = 1_000;

/**
 * Looks after the logs of all open maps where several processes share a store. The bus tells at once what others have
 * written, unless it is away, or loses a message that is the last for a while: then this is how it is found.
 */
export class LogWatch {
  readonly #ports: Pick<RoomPorts, "store" | "scheduler" | "log">;
  readonly #rooms: RoomRegistry;
  #cancelLook: () => void;
  #isEnded = false;
  #hasFailed = false;

  constructor(ports: Pick<RoomPorts, "store" | "scheduler" | "log">, rooms: RoomRegistry) {
    this.#ports = ports;
    this.#rooms = rooms;
    this.#cancelLook = this.#lookLater();
  }

  end(): void {
    this.#isEnded = true;
    this.#cancelLook();
  }

  #lookLater(): () => void {
    return this.#ports.scheduler.after(lookEveryMs, () => void this.#look());
  }

  /** A store that takes long is asked less often. */
  async #look(): Promise<void> {
    try {
      const opened = this.#rooms.opened();
      const heads = opened.length === 0 ? [] : await this.#ports.store.heads(opened);
      for (const [id, head] of heads) this.#rooms.noticeHead(id, head);
      this.#hasFailed = false;
    } catch (error) {
      // Once an outage, not once a second.
      if (!this.#hasFailed)
        this.#ports.log.warn("What other processes wrote cannot be looked up at present.", { error });
      this.#hasFailed = true;
    }
    if (!this.#isEnded) this.#cancelLook = this.#lookLater();
  }
}

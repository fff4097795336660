import type { RoomId } from "#shared/protocol/rooms.ts";
import { newsOf, readBusMessage, writeBusMessage } from "./bus-message.ts";
import type { PresenceEntry } from "./codec.ts";
import type { DocumentLog } from "./document-log.ts";
import type { Bus, BusSubscription } from "./ports.ts";
import type { RoomSessions } from "./room-sessions.ts";

export type RoomBusOptions = Readonly<{
  id: RoomId;
  bus: Bus;
  storing: DocumentLog;
  sessions: RoomSessions;
}>;

/** What one room tells the same room in other processes, and hears from it. */
export class RoomBus {
  readonly #options: RoomBusOptions;
  readonly #subscription: BusSubscription;

  constructor(options: RoomBusOptions) {
    const { id, bus, sessions } = options;
    this.#options = options;
    this.#subscription = bus.subscribe(
      `map:${id}`,
      (message, from) => sessions.guard(() => this.#receive(message, from)),
      {
        onOpen: () => sessions.guard(() => this.#catchUp()),
        onGone: (process) => sessions.guard(() => sessions.presence.forget(process)),
      },
    );
  }

  tellRecords(first: number, records: readonly Uint8Array[]): void {
    this.#subscription.publish(writeBusMessage(newsOf(first, records)));
  }

  tellPresence(entries: readonly PresenceEntry[]): void {
    if (entries.length > 0) this.#subscription.publish(writeBusMessage({ type: "presence", entries }));
  }

  askPresence(): void {
    this.#subscription.publish(writeBusMessage({ type: "ask-presence" }));
  }

  end(): void {
    this.#subscription.end();
  }

  /** What the other processes said until now was not heard here, and the other way round. */
  #catchUp(): void {
    const { storing, sessions } = this.#options;
    storing.catchUp();
    this.askPresence();
    this.tellPresence(sessions.presence.presentHere());
  }

  #receive(bytes: Uint8Array, from: string): void {
    const { storing, sessions } = this.#options;
    const message = readBusMessage(bytes);
    switch (message?.type) {
      case "records":
        storing.receive(message.first, message.records);
        return;
      case "head":
        storing.notice(message.head);
        return;
      case "presence":
        sessions.presence.adopt(message.entries, from);
        return;
      case "ask-presence":
        this.tellPresence(sessions.presence.presentHere());
        return;
      case undefined:
        return;
    }
  }
}

import type { Bus, BusEvents } from "../../server/rooms/index.ts";

type Listener = Readonly<{
  process: string;
  topic: string;
  onMessage: (message: Uint8Array, from: string) => void;
  events: BusEvents;
}>;

/** The line between processes, in a test's hand: it can be cut, and processes can go without a word. */
export class BusNetwork {
  /** While it is cut, what is said is lost. */
  isCut = false;
  /** So many of the next messages are lost, and nobody is told. */
  losing = 0;
  readonly #listeners = new Set<Listener>();

  /** The bus as one process has it. */
  join(process: string): Bus {
    return {
      isUp: true,
      subscribe: (topic, onMessage, events = {}) => {
        const own: Listener = { process, topic, onMessage, events };
        this.#listeners.add(own);
        return {
          publish: (message) => {
            if (this.isCut) return;
            if (this.losing > 0) {
              this.losing--;
              return;
            }
            for (const listener of [...this.#listeners])
              if (listener !== own && listener.topic === topic) listener.onMessage(message, process);
          },
          end: () => this.#listeners.delete(own),
        };
      },
      close: () => Promise.resolve(),
    };
  }

  /** The line is there again. */
  mend(): void {
    this.isCut = false;
    for (const { events } of [...this.#listeners]) events.onOpen?.();
  }

  /** A process is killed: it hears and says nothing from now on, and the others notice. */
  kill(process: string): void {
    for (const listener of [...this.#listeners])
      if (listener.process === process) this.#listeners.delete(listener);
    this.giveUp(process);
  }

  /** A process is held to be gone. It may still be there, and not know. */
  giveUp(process: string): void {
    for (const listener of [...this.#listeners])
      if (listener.process !== process) listener.events.onGone?.(process);
  }
}

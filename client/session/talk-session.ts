import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type Talk, TalkDoc } from "#shared/talk/index.ts";
import { Connection, type ConnectionState } from "./connection.ts";
import { syncUrl } from "./sync-url.ts";

export type TalkSessionOptions = Readonly<{
  /** Name of the room that holds what is said about the map. */
  room: string;
  token: string;
  renewToken: () => Promise<string | undefined>;
  /** `audienceParams` for who only follows a talk. */
  params?: Readonly<Record<string, string>>;
}>;

/** What has come of what is said about the map: `isLoaded` once all of it was there, `isLive` while news come. */
export type TalkState = Readonly<{ talk: Talk; isLoaded: boolean; isLive: boolean }>;

/**
 * What is said about the open map, as it comes from the server. It is only read: whatever is said goes by calls. So there
 * is nothing to keep on this device, and nobody is shown to be here.
 */
export class TalkSession {
  readonly #ydoc = new Y.Doc();
  readonly #doc = new TalkDoc(this.#ydoc);
  readonly #connection: Connection;
  readonly #listeners = new Set<() => void>();
  #state: TalkState;

  constructor({ room, token, renewToken, params }: TalkSessionOptions) {
    this.#state = { talk: this.#doc.read(), isLoaded: false, isLive: false };
    this.#doc.onChange(() => this.#update({ talk: this.#doc.read() }));
    const awareness = new Awareness(this.#ydoc);
    awareness.setLocalState(null);
    this.#connection = new Connection({
      url: syncUrl(),
      mapId: room,
      params,
      token,
      ydoc: this.#ydoc,
      awareness,
      renewToken,
      onState: (connection) => this.#connected(connection),
      onBarrier: () => undefined,
      onDenied: () => undefined,
      takeIn: (_update, apply) => apply(),
    });
  }

  readonly state = (): TalkState => this.#state;

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  dispose(): void {
    this.#listeners.clear();
    this.#connection.dispose();
    this.#doc.dispose();
    this.#ydoc.destroy();
  }

  #connected({ kind }: ConnectionState): void {
    const isLive = kind === "online";
    this.#update({ isLive, isLoaded: this.#state.isLoaded || isLive });
  }

  #update(change: Partial<TalkState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

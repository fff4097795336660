import * as s from "#shared/lib/schema.ts";
import type { TimeResponse } from "#shared/protocol/api.ts";
import type { MapApi } from "../api/map-api.ts";
import type { OpenSession } from "../session/open-session.ts";

const timeResponse: s.Schema<TimeResponse> = s.object<TimeResponse>({ now: s.number() });

/** An answer that took longer, in milliseconds, says less than one that is known already: it is wrong by half of that. */
const maxTripMs = 2_000;

/**
 * The server's clock as far as this device knows it, so that all who look at one timer see the same, and nobody is
 * counted as late by a device whose clock is wrong. Until the server has told it, it is the device's own.
 */
export class ServerClock {
  readonly #api: Pick<MapApi, "requestJson">;
  readonly #own: () => number;
  /** By how many milliseconds the server's clock is ahead of this device's; null while that is not known. */
  #aheadMs: number | null = null;

  constructor(api: Pick<MapApi, "requestJson">, own: () => number = Date.now) {
    this.#api = api;
    this.#own = own;
  }

  /** In whole milliseconds since 1970. */
  readonly now = (): number => this.#own() + (this.#aheadMs ?? 0);

  /** Asks whenever the line stands again, for the device may have slept or been set meanwhile; returns how to stop. */
  follow(session: Pick<OpenSession, "status" | "onStatus">): () => void {
    let wasOnline = false;
    const hear = () => {
      const isOnline = session.status().connection.kind === "online";
      if (isOnline && !wasOnline) void this.ask();
      wasOnline = isOnline;
    };
    hear();
    return session.onStatus(hear);
  }

  async ask(): Promise<void> {
    const sentAt = this.#own();
    const told = await this.#api.requestJson(timeResponse, "GET", "/api/time");
    const tripMs = this.#own() - sentAt;
    if (!told.ok || (tripMs > maxTripMs && this.#aheadMs !== null)) return;
    this.#aheadMs = Math.round(told.value.now - sentAt - tripMs / 2);
  }
}

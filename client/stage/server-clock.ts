import * as s from "#shared/lib/schema.ts";
import type { TimeResponse } from "#shared/protocol/api.ts";
import type { MapApi } from "../api/map-api.ts";
import type { OpenSession } from "../session/open-session.ts";

const timeResponse: s.Schema<TimeResponse> = s.object<TimeResponse>({ now: s.number() });

/** An answer that took longer, in milliseconds, may be wrong by half of that: another is asked for. */
const maxTripMs = 2_000;
/** So long until it is asked again, in milliseconds, and then twice as long each time up to the most. */
const firstWaitMs = 5_000;
const maxWaitMs = 60_000;

/**
 * The server's clock as far as this device knows it, so that all who look at one timer see the same, and nobody is
 * counted as late by a device whose clock is wrong. Until the server has told it, it is the device's own.
 */
export class ServerClock {
  readonly #api: Pick<MapApi, "requestJson">;
  readonly #own: () => number;
  /** By how many milliseconds the server's clock is ahead of this device's, as far as that is known. */
  #aheadMs = 0;

  constructor(api: Pick<MapApi, "requestJson">, own: () => number = Date.now) {
    this.#api = api;
    this.#own = own;
  }

  /** In whole milliseconds since 1970. */
  readonly now = (): number => this.#own() + this.#aheadMs;

  /**
   * Asks whenever the line stands again, for the device may have slept or been set meanwhile, and until there is a good
   * answer; returns how to stop.
   */
  follow(session: Pick<OpenSession, "status" | "onStatus">): () => void {
    let wasOnline = false;
    let line = new AbortController();
    const hear = () => {
      const isOnline = session.status().connection.kind === "online";
      if (isOnline === wasOnline) return;
      wasOnline = isOnline;
      line.abort();
      line = new AbortController();
      if (isOnline) void this.#askUntilTold(line.signal);
    };
    hear();
    const stop = session.onStatus(hear);
    return () => {
      stop();
      line.abort();
    };
  }

  /** Whether the answer was good to within half of `maxTripMs`. */
  async ask(): Promise<boolean> {
    const sentAt = this.#own();
    const told = await this.#api.requestJson(timeResponse, "GET", "/api/time");
    const tripMs = this.#own() - sentAt;
    const wasSetMeanwhile = tripMs < 0;
    if (!told.ok || wasSetMeanwhile) return false;
    const aheadMs = told.value.now - sentAt - tripMs / 2;
    const isGood = tripMs <= maxTripMs;
    // The server told it at some time of the trip: what fits one of them is as likely as the middle, and not moved.
    if (isGood || Math.abs(aheadMs - this.#aheadMs) > tripMs / 2) this.#aheadMs = Math.round(aheadMs);
    return isGood;
  }

  async #askUntilTold(line: AbortSignal, waitMs = firstWaitMs): Promise<void> {
    if ((await this.ask()) || line.aborted) return;
    const timer = setTimeout(() => void this.#askUntilTold(line, Math.min(2 * waitMs, maxWaitMs)), waitMs);
    line.addEventListener("abort", () => clearTimeout(timer), { once: true });
  }
}

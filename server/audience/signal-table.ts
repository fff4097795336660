import type { Signal } from "#shared/protocol/audience.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { SignalNews } from "./audience-news.ts";

type Said = Readonly<{ signal: Signal | null; at: number }>;

const sweepEveryMs = 60_000;

/**
 * What audiences say at present: of each the last, until it fades. That somebody took it back is kept as long: another
 * process that has not heard of it tells it again. Times are those of a clock that only goes on.
 */
export class SignalTable {
  /** In each, in the order in which they were said. */
  readonly #maps = new Map<MapId, Map<string, Said>>();
  #sweptAt = Number.NEGATIVE_INFINITY;

  say({ map, who, signal, ageMs }: SignalNews, now: number): void {
    this.#sweep(now);
    const said = this.#maps.get(map) ?? new Map<string, Said>();
    const at = now - ageMs;
    // What another process tells again may be older than what was heard since.
    if ((said.get(who)?.at ?? at) > at) return;
    said.delete(who);
    said.set(who, { signal, at });
    for (const oldest of said.keys()) {
      if (said.size <= limits.maxSignalsPerMap) break;
      said.delete(oldest);
    }
    this.#maps.set(map, said);
  }

  count(map: MapId, now: number): Readonly<Record<Signal, number>> {
    const counts = { faster: 0, slower: 0, lost: 0 } satisfies Record<Signal, number>;
    for (const { signal, at } of this.#maps.get(map)?.values() ?? [])
      if (signal !== null && !hasFaded(at, now)) counts[signal]++;
    return counts;
  }

  /** Everything that has not faded, for another process. */
  all(now: number): readonly SignalNews[] {
    return [...this.#maps].flatMap(([map, said]) =>
      [...said]
        .filter(([, { at }]) => !hasFaded(at, now))
        .map(([who, { signal, at }]) => ({ map, who, signal, ageMs: now - at })),
    );
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < sweepEveryMs) return;
    this.#sweptAt = now;
    for (const [map, said] of this.#maps) {
      for (const [who, { at }] of said) if (hasFaded(at, now)) said.delete(who);
      if (said.size === 0) this.#maps.delete(map);
    }
  }
}

function hasFaded(at: number, now: number): boolean {
  return now - at >= limits.signalMs;
}

import { createHash } from "node:crypto";
import type { AudienceResponse, Signal } from "#shared/protocol/audience.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { Bus, BusSubscription, Scheduler } from "../rooms/index.ts";
import { type AudienceNews, readNews, type SignalNews, writeNews } from "./audience-news.ts";
import { SignalTable } from "./signal-table.ts";

export type AudiencePorts = Readonly<{ bus: Bus; scheduler: Scheduler }>;

/** 96 bits: enough that no two are taken for one. */
const whoChars = 16;

/**
 * How many follow each map, and what they signal. Each process counts its own connections and tells the others; whoever
 * is asked adds up. Nothing of it is stored: a count that outlived its connections would be wrong.
 */
export class Audiences {
  readonly #scheduler: Scheduler;
  readonly #others: BusSubscription;
  readonly #here = new Map<MapId, number>();
  readonly #elsewhere = new Map<string, ReadonlyMap<MapId, number>>();
  readonly #signals = new SignalTable();

  constructor({ bus, scheduler }: AudiencePorts) {
    this.#scheduler = scheduler;
    this.#others = bus.subscribe("audience", (message, from) => this.#receive(readNews(message), from), {
      onOpen: () => {
        this.#tell({ type: "ask" });
        this.#tellAll();
      },
      onGone: (process) => this.#elsewhere.delete(process),
    });
  }

  /** Followers who are connected here, of all maps. */
  get followersHere(): number {
    let sum = 0;
    for (const count of this.#here.values()) sum += count;
    return sum;
  }

  /** A connection follows a map; what is returned is to be called when it ends. */
  follow(map: MapId): () => void {
    this.#count(map, 1);
    return () => this.#count(map, -1);
  }

  /** What somebody signals in place of what they did before; null takes it back. `identity` is that of their session. */
  signal(map: MapId, identity: string, signal: Signal | null): void {
    const who = createHash("sha256").update(`${map} ${identity}`).digest("base64url").slice(0, whoChars);
    const said: SignalNews = { map, who, signal, ageMs: 0 };
    this.#signals.say(said, this.#scheduler.elapsed());
    this.#tell({ type: "signal", signal: said });
  }

  /** How it stands with the audience of a map, over all processes. */
  of(map: MapId): AudienceResponse {
    let followers = this.#here.get(map) ?? 0;
    for (const counts of this.#elsewhere.values()) followers += counts.get(map) ?? 0;
    return { followers, signals: this.#signals.count(map, this.#scheduler.elapsed()) };
  }

  end(): void {
    this.#others.end();
  }

  #count(map: MapId, change: 1 | -1): void {
    const count = (this.#here.get(map) ?? 0) + change;
    if (count > 0) this.#here.set(map, count);
    else this.#here.delete(map);
    this.#tell({ type: "followers", map, count });
  }

  #tell(news: AudienceNews): void {
    this.#others.publish(writeNews(news));
  }

  #tellAll(): void {
    const signals = this.#signals.all(this.#scheduler.elapsed());
    this.#tell({ type: "all", followers: [...this.#here], signals });
  }

  #receive(news: AudienceNews | undefined, from: string): void {
    switch (news?.type) {
      case "ask":
        this.#tellAll();
        return;
      case "followers": {
        const counts = new Map(this.#elsewhere.get(from));
        if (news.count > 0) counts.set(news.map, news.count);
        else counts.delete(news.map);
        this.#elsewhere.set(from, counts);
        return;
      }
      case "signal":
        this.#signals.say(news.signal, this.#scheduler.elapsed());
        return;
      case "all":
        this.#elsewhere.set(from, new Map(news.followers));
        for (const signal of news.signals) this.#signals.say(signal, this.#scheduler.elapsed());
        return;
      case undefined:
        return;
    }
  }
}

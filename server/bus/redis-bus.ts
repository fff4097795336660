import { randomBytes } from "node:crypto";
import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "../logging.ts";
import type { Bus, BusEvents, BusSubscription, Scheduler } from "../rooms/index.ts";
import { ProcessTable } from "./process-table.ts";

export type RedisBusOptions = Readonly<{
  /** `redis://user:password@host:6379`. */
  url: string;
  scheduler: Scheduler;
  log: Log;
  /** How often each process says that it is there, and for how long it may be silent. */
  aliveEveryMs?: number;
  goneAfterMs?: number;
}>;

type Subscriber = Readonly<{
  number: number;
  onMessage: (message: Uint8Array, from: string) => void;
  events: BusEvents;
}>;

const prefix = "counterpoint:";
const aliveChannel = `${prefix}alive`;
/** A message: who speaks, which of its subscriptions, and what. */
const idBytes = 8;
const headerBytes = idBytes + 4;
const alive = 1;
const goodbye = 0;
/** What has not left for Redis may take so much memory; news beyond it is dropped, as the bus is lossy. */
const maxUnsentBytes = 16 * 1024 * 1024;
const lastRetryMs = 2_000;

/**
 * The bus of several processes, on Redis' publish and subscribe. Nothing waits for it: without Redis, publishing does
 * nothing, and when Redis is back every subscription is told that it has missed something.
 */
export class RedisBus implements Bus {
  readonly #own = randomBytes(idBytes);
  readonly #scheduler: Scheduler;
  readonly #log: Log;
  readonly #hearing: Redis;
  readonly #speaking: Redis;
  readonly #channels = new Map<string, Set<Subscriber>>();
  readonly #processes: ProcessTable;
  readonly #aliveEveryMs: number;
  readonly #goneAfterMs: number;
  #subscribers = 0;
  #unsentBytes = 0;
  #heardOwnAt = Number.NEGATIVE_INFINITY;
  #readyAt = Number.NEGATIVE_INFINITY;
  /** What was last said of Redis to whoever runs the server. */
  #told: "there" | "away" | undefined;
  #isClosed = false;
  #cancelBeat: () => void;

  constructor({ url, scheduler, log, aliveEveryMs = 1_500, goneAfterMs = 5_000 }: RedisBusOptions) {
    this.#scheduler = scheduler;
    this.#log = log;
    this.#aliveEveryMs = aliveEveryMs;
    this.#goneAfterMs = goneAfterMs;
    this.#processes = new ProcessTable(goneAfterMs);
    this.#hearing = new Redis(url, connectionOptions);
    this.#speaking = new Redis(url, connectionOptions);
    for (const connection of [this.#hearing, this.#speaking])
      connection.on("error", (error) => this.#noteOutage(error));
    this.#hearing.on("ready", () => this.#listenToAll());
    this.#hearing.on("messageBuffer", (channel: Buffer, message: Buffer) =>
      this.#receive(channel.toString(), message),
    );
    this.#speaking.on("ready", () => this.#sayAlive());
    this.#cancelBeat = this.#beatLater();
  }

  /** Whether this process hears itself through Redis. */
  get isUp(): boolean {
    return this.#scheduler.elapsed() - this.#heardOwnAt <= this.#goneAfterMs;
  }

  subscribe(topic: string, onMessage: Subscriber["onMessage"], events: BusEvents = {}): BusSubscription {
    const channel = prefix + topic;
    this.#subscribers++;
    const subscriber: Subscriber = { number: this.#subscribers, onMessage, events };
    const known = this.#channels.get(channel);
    const subscribers = known ?? new Set();
    this.#channels.set(channel, subscribers);
    subscribers.add(subscriber);
    if (this.#hearing.status === "ready") void this.#listen([channel], [subscriber]);
    return {
      publish: (message) => this.#publish(channel, this.#frame(subscriber.number, message)),
      end: () => this.#unsubscribe(channel, subscriber),
    };
  }

  /** Says goodbye, so that nobody has to wait for our silence. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#cancelBeat();
    this.#channels.clear();
    const farewell = this.#send(aliveChannel, this.#frame(goodbye, new Uint8Array()));
    await Promise.race([farewell, new Promise<void>((resolve) => this.#scheduler.after(500, resolve))]);
    this.#hearing.disconnect();
    this.#speaking.disconnect();
  }

  #unsubscribe(channel: string, subscriber: Subscriber): void {
    const subscribers = this.#channels.get(channel);
    subscribers?.delete(subscriber);
    if (subscribers?.size !== 0) return;
    this.#channels.delete(channel);
    // Where Redis is away there is nothing to take back.
    if (this.#hearing.status === "ready") this.#hearing.unsubscribe(channel).catch(() => undefined);
  }

  #listenToAll(): void {
    this.#readyAt = this.#scheduler.elapsed();
    const everybody = [...this.#channels.values()].flatMap((subscribers) => [...subscribers]);
    this.#processes.excuseAll(this.#scheduler.elapsed());
    void this.#listen([aliveChannel, ...this.#channels.keys()], everybody);
  }

  async #listen(channels: readonly string[], subscribers: readonly Subscriber[]): Promise<void> {
    try {
      await this.#hearing.subscribe(...channels);
    } catch {
      return; // Redis went away again; with the next connection all is subscribed anew
    }
    for (const { events } of subscribers) events.onOpen?.();
  }

  #frame(subscriber: number, message: Uint8Array): Buffer {
    const header = Buffer.alloc(headerBytes);
    this.#own.copy(header);
    header.writeUInt32BE(subscriber, idBytes);
    return Buffer.concat([header, message]);
  }

  #publish(channel: string, frame: Buffer): void {
    if (!this.#isClosed) void this.#send(channel, frame);
  }

  async #send(channel: string, frame: Buffer): Promise<void> {
    if (this.#speaking.status !== "ready" || this.#unsentBytes > maxUnsentBytes) return;
    this.#unsentBytes += frame.byteLength;
    try {
      await this.#speaking.publish(channel, frame);
    } catch {
      // Redis went away; whoever was to hear it is told, when it is back, that something was missed
    } finally {
      this.#unsentBytes -= frame.byteLength;
    }
  }

  #receive(channel: string, frame: Buffer): void {
    if (frame.byteLength < headerBytes) return;
    const from = frame.toString("hex", 0, idBytes);
    const number = frame.readUInt32BE(idBytes);
    const isOwn = this.#own.equals(frame.subarray(0, idBytes));
    if (!isOwn && !(channel === aliveChannel && number === goodbye))
      this.#processes.hear(from, this.#scheduler.elapsed());
    if (channel === aliveChannel) {
      if (isOwn) this.#noteUp();
      else if (number === goodbye && this.#processes.leave(from)) this.#tellGone([from]);
      return;
    }
    const message = new Uint8Array(frame.subarray(headerBytes));
    for (const subscriber of [...(this.#channels.get(channel) ?? [])])
      if (!isOwn || subscriber.number !== number) subscriber.onMessage(message, from);
  }

  #beatLater(): () => void {
    return this.#scheduler.after(this.#aliveEveryMs, () => {
      this.#cancelBeat = this.#beatLater();
      this.#beat();
    });
  }

  #beat(): void {
    if (this.isUp) this.#tellGone(this.#processes.takeGone(this.#scheduler.elapsed()));
    else this.#reconnectIfStuck();
    this.#sayAlive();
  }

  #sayAlive(): void {
    this.#publish(aliveChannel, this.#frame(alive, new Uint8Array()));
  }

  /** A connection that is open and carries nothing, as after a network's fault, would stay so for minutes. */
  #reconnectIfStuck(): void {
    if (this.#scheduler.elapsed() - this.#readyAt <= this.#goneAfterMs) return;
    this.#noteOutage(undefined);
    for (const connection of [this.#hearing, this.#speaking])
      if (connection.status === "ready") connection.disconnect(true);
  }

  #noteUp(): void {
    this.#heardOwnAt = this.#scheduler.elapsed();
    if (this.#told === "there") return;
    this.#told = "there";
    this.#log.info("Redis is there; processes hear each other at once.");
  }

  #noteOutage(error: unknown): void {
    if (this.#told === "away") return;
    this.#told = "away";
    this.#log.warn("Redis is away; processes hear of each other's changes later, from the store.", { error });
  }

  #tellGone(processes: readonly string[]): void {
    for (const process of processes) {
      const everybody = [...this.#channels.values()].flatMap((subscribers) => [...subscribers]);
      for (const { events } of everybody) events.onGone?.(process);
    }
  }
}

const connectionOptions = {
  // What cannot leave now is news of yesterday when it could.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 5_000,
  keepAlive: 10_000,
  retryStrategy: (attempt: number): number => Math.min(100 * attempt, lastRetryMs),
} satisfies RedisOptions;

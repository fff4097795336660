import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Health } from "../health.ts";
import {
  type ConnectionRefusal,
  connectionRefusals,
  type FrameRejection,
  frameRejections,
  type Meter,
  type RoomFigures,
  StoreError,
} from "../rooms/index.ts";

/** Where a scrape finds how things stand now; asked then and not before. */
export type MetricSources = Readonly<{
  figures: () => RoomFigures;
  health: () => Promise<Health>;
  /** Connected to this process. */
  followers: () => number;
}>;

/** What came of a code that somebody joined by. */
const joinOutcomes = ["let-in", "wrong", "limited"] as const;
type JoinOutcome = (typeof joinOutcomes)[number];

/** From one commit on a fast disk to the eight seconds after which a page says "not saved". */
const ackBuckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16];
const callBuckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const loadBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const sizeBuckets = [1e3, 1e4, 1e5, 3e5, 1e6, 3e6, 1e7, 3e7];

/**
 * The meter whose numbers Prometheus reads. What is told with every frame is added up in plain fields, and handed to
 * the library only when it is asked for.
 */
export class PrometheusMeter implements Meter {
  readonly #registry = new Registry();
  #framesReceived = 0;
  #bytesReceived = 0;
  #framesSent = 0;
  #bytesSent = 0;
  #updatesApplied = 0;
  readonly #stored = this.#counter("updates_stored_total", "Records durably committed by this process.");
  readonly #heldBack = this.#counter(
    "held_back_total",
    "Times a client was read more slowly for sending too fast.",
  );
  readonly #rejected = new Counter({
    name: "counterpoint_frames_rejected_total",
    help: "Frames, or the changes in them, that were not taken.",
    labelNames: ["reason"] as const,
    registers: [this.#registry],
  });
  readonly #refused = new Counter({
    name: "counterpoint_connections_refused_total",
    help: "Connections that were not let in.",
    labelNames: ["reason"] as const,
    registers: [this.#registry],
  });
  readonly #closed = new Counter({
    name: "counterpoint_connections_closed_total",
    help: "Connections closed by the server, by close code.",
    labelNames: ["code"] as const,
    registers: [this.#registry],
  });
  readonly #codes = this.#counter("join_codes_made_total", "Codes made by which people join talks.");
  readonly #hands = this.#counter("hands_raised_total", "Hands raised.");
  readonly #joins = new Counter({
    name: "counterpoint_joins_total",
    help: "Codes that people joined by, or tried to.",
    labelNames: ["outcome"] as const,
    registers: [this.#registry],
  });
  readonly #acks = this.#histogram("ack_seconds", "From a save barrier's arrival to its echo.", ackBuckets);
  readonly #loads = this.#histogram("load_seconds", "Reading a map from the store.", loadBuckets);
  readonly #sizes = this.#histogram("loaded_bytes", "Encoded size of the maps that were read.", sizeBuckets);
  readonly #storeCalls = new Histogram({
    name: "counterpoint_store_seconds",
    help: "Calls to the store, by operation.",
    labelNames: ["operation"] as const,
    buckets: callBuckets,
    registers: [this.#registry],
  });
  readonly #storeErrors = new Counter({
    name: "counterpoint_store_errors_total",
    help: "Calls to the store that failed, by operation and kind of fault.",
    labelNames: ["operation", "code"] as const,
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    // A rate can only be taken of a series that was there before: each starts at 0.
    for (const reason of frameRejections) this.#rejected.inc({ reason }, 0);
    for (const reason of connectionRefusals) this.#refused.inc({ reason }, 0);
    for (const outcome of joinOutcomes) this.#joins.inc({ outcome }, 0);
    this.#told("frames_received_total", "Frames that clients sent.", () => this.#framesReceived);
    this.#told("received_bytes_total", "Bytes in those frames.", () => this.#bytesReceived);
    this.#told("frames_sent_total", "Frames sent to clients.", () => this.#framesSent);
    this.#told("sent_bytes_total", "Bytes in those frames.", () => this.#bytesSent);
    this.#told("updates_applied_total", "Changes taken into a map.", () => this.#updatesApplied);
  }

  frameReceived(bytes: number): void {
    this.#framesReceived++;
    this.#bytesReceived += bytes;
  }

  frameSent(bytes: number): void {
    this.#framesSent++;
    this.#bytesSent += bytes;
  }

  frameRejected(reason: FrameRejection): void {
    this.#rejected.inc({ reason });
  }

  heldBack(): void {
    this.#heldBack.inc();
  }

  updateApplied(): void {
    this.#updatesApplied++;
  }

  recordsStored(count: number): void {
    this.#stored.inc(count);
  }

  barrierAnswered(waitMs: number): void {
    this.#acks.observe(waitMs / 1000);
  }

  roomLoaded(tookMs: number, encodedBytes: number): void {
    this.#loads.observe(tookMs / 1000);
    this.#sizes.observe(encodedBytes);
  }

  connectionRefused(reason: ConnectionRefusal): void {
    this.#refused.inc({ reason });
  }

  connectionClosed(code: number): void {
    this.#closed.inc({ code });
  }

  codeMade(): void {
    this.#codes.inc();
  }

  joinAnswered(outcome: JoinOutcome): void {
    this.#joins.inc({ outcome });
  }

  handRaised(): void {
    this.#hands.inc();
  }

  /** For `observeCalls` around the store. */
  storeCalled(operation: string, tookMs: number, error: unknown): void {
    this.#storeCalls.observe({ operation }, tookMs / 1000);
    if (error === undefined) return;
    this.#storeErrors.inc({ operation, code: error instanceof StoreError ? error.code : "failed" });
  }

  /** Adds what is read at each scrape; to be called once, when there are rooms to ask. */
  watch({ figures, health, followers }: MetricSources): void {
    this.#asked("rooms", "Maps held in memory.", () => figures().rooms);
    this.#asked("connections", "Clients in rooms.", () => figures().connections);
    this.#asked("followers", "Of those, who follows a talk.", followers);
    this.#asked("lagging_connections", "Clients that do not keep up.", () => figures().lagging);
    this.#asked("unsaved_records", "Records that wait for the store.", () => figures().unsavedRecords);
    this.#asked("unsaved_bytes", "Bytes in those records.", () => figures().unsavedBytes);
    this.#asked(
      "oldest_unsaved_seconds",
      "How long the oldest record has waited for the store.",
      () => figures().oldestUnsavedMs / 1000,
    );
    this.#asked("document_bytes", "Encoded size of all maps in memory.", () => figures().encodedBytes);
    this.#asked("store_up", "1 while the store answers.", async () =>
      toNumber((await health()).store === "ok"),
    );
    this.#asked("bus_up", "1 while other processes can be reached.", async () =>
      toNumber((await health()).bus === "ok"),
    );
    this.#asked("draining", "1 while the server is stopping.", async () =>
      toNumber((await health()).isDraining),
    );
  }

  /** Everything in the text format that Prometheus reads, and its content type. */
  async expose(): Promise<Readonly<{ contentType: string; text: string }>> {
    return { contentType: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name: `counterpoint_${name}`, help, registers: [this.#registry] });
  }

  #histogram(name: string, help: string, buckets: readonly number[]): Histogram {
    return new Histogram({
      name: `counterpoint_${name}`,
      help,
      buckets: [...buckets],
      registers: [this.#registry],
    });
  }

  #told(name: string, help: string, total: () => number): void {
    new Counter({
      name: `counterpoint_${name}`,
      help,
      registers: [this.#registry],
      collect() {
        this.reset();
        this.inc(total());
      },
    });
  }

  #asked(name: string, help: string, value: () => number | Promise<number>): void {
    new Gauge({
      name: `counterpoint_${name}`,
      help,
      registers: [this.#registry],
      async collect() {
        this.set(await value());
      },
    });
  }
}

function toNumber(isTrue: boolean): number {
  return isTrue ? 1 : 0;
}

import { isSameData } from "#shared/lib/same-data.ts";
import type { CardId, MapRecord, PlainMap, RecordId } from "#shared/model/index.ts";
import { inIdleTime } from "../../session/idle-time.ts";
import type { OpenRecords, OpenSession } from "../../session/open-session.ts";
import { askWorker } from "../ask-worker.ts";
import { packPlainMap } from "../packed-map.ts";
import { bearsOtherwise } from "./bearing.ts";
import { type Fare, type FareLayer, fareIn, nothingWeighed, type Weighed } from "./weighed.ts";

/** Several edits are weighed together, since each weighing goes through the whole map. */
const weighEveryMs = 500;
/** Some ten times what the largest maps take. */
const deadlineMs = 30_000;

type Listener = (cards: readonly CardId[]) => void;

/**
 * What the arguments of an open map come to, worked out in a worker: from when somebody listens, and anew while somebody
 * does and something changes that bears on it. Listeners are told which cards fare otherwise.
 */
export class Weighing {
  readonly #doc: OpenSession["doc"];
  readonly #records: OpenRecords;
  readonly #listeners = new Set<Listener>();
  readonly #controller = new AbortController();
  #stop: (() => void) | null = null;
  #weighed: Weighed = nothingWeighed;
  /** As they were weighed last, or are being weighed. */
  #before: ReadonlyMap<RecordId, MapRecord> = new Map();
  #timer = 0;
  #isWeighing = false;
  /** Something has changed that bears on it, and nobody has listened since. */
  #isStale = false;

  constructor({ doc, records }: Pick<OpenSession, "doc" | "records">) {
    this.#doc = doc;
    this.#records = records;
  }

  fareOf(layer: FareLayer, id: CardId): Fare | undefined {
    return fareIn(this.#weighed, layer, id);
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    this.begin();
    if (this.#isStale) this.#soon();
    return () => this.#listeners.delete(listener);
  };

  /** Weighs the map, so that what it comes to is there when somebody wants to know. */
  begin(): void {
    if (this.#stop) return;
    this.#stop = this.#records.subscribeAll(({ added, changed, removed }) => {
      const bears = (id: RecordId) => bearsOtherwise(this.#before.get(id), this.#doc.get(id));
      if ([added, changed, removed].some((ids) => [...ids].some(bears))) this.#soon();
    });
    this.#weighWhenIdle();
  }

  dispose(): void {
    this.#stop?.();
    window.clearTimeout(this.#timer);
    this.#controller.abort();
  }

  #soon(): void {
    this.#isStale = this.#listeners.size === 0;
    if (this.#isStale || this.#timer !== 0) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      if (this.#isWeighing) this.#soon();
      else this.#weighWhenIdle();
    }, weighEveryMs);
  }

  #weighWhenIdle(): void {
    inIdleTime(() => void this.#weigh());
  }

  async #weigh(): Promise<void> {
    if (this.#isWeighing || this.#controller.signal.aborted) return;
    this.#isWeighing = true;
    this.#isStale = false;
    const map = this.#doc.toPlainMap();
    this.#before = map.records;
    const weighed = await weighInWorker(map, this.#controller.signal);
    this.#isWeighing = false;
    if (this.#controller.signal.aborted) return;
    // What was known stays, and with nothing to compare with the next change of the map has it weighed again.
    if (weighed) this.#take(weighed);
    else this.#before = new Map();
  }

  #take(weighed: Weighed): void {
    const before = this.#weighed;
    this.#weighed = weighed;
    const ids = new Set([...before.standings.keys(), ...weighed.standings.keys()]);
    const differs = (layer: FareLayer, id: CardId) =>
      !isSameData(fareIn(before, layer, id), fareIn(weighed, layer, id));
    const touched = [...ids].filter((id) => differs("standing", id) || differs("strength", id));
    if (touched.length > 0) for (const listener of this.#listeners) listener(touched);
  }
}

async function weighInWorker(map: PlainMap, signal: AbortSignal): Promise<Weighed | null> {
  const worker = new Worker(new URL("./weigh-worker.ts", import.meta.url), { type: "module" });
  const found = await askWorker<string, Weighed>(worker, packPlainMap(map), deadlineMs, signal);
  return typeof found === "string" ? null : found;
}

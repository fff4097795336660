import type { CardId, MapRecord, RecordId } from "#shared/model/index.ts";
import { inIdleTime } from "../../session/idle-time.ts";
import { KeyedListeners } from "../../session/keyed-listeners.ts";
import type { OpenRecords, OpenSession } from "../../session/open-session.ts";
import { bearsOtherwise } from "./bearing.ts";
import type { WeighAnswer, WeighTold } from "./scales.ts";
import { type Fare, type FareLayer, fareOn, type Weight } from "./weighed.ts";

/** Several edits are weighed together, since each weighing goes through the whole map. */
const weighEveryMs = 500;
/** Some ten times what the largest maps take. */
const deadlineMs = 30_000;
/** The thread is told as many records at once, which takes the page a millisecond or two. */
const recordsAPart = 500;

type Listener = (cards: readonly CardId[]) => void;

/**
 * What the arguments of an open map come to, worked out in a thread: from when somebody listens, and anew while somebody
 * does and something changes that bears on it. Listeners are told which cards fare otherwise. The thread keeps a map of its
 * own: told in parts while the page has nothing else to do, and later only what has changed.
 */
export class Weighing {
  readonly #doc: OpenSession["doc"];
  readonly #records: OpenRecords;
  readonly #listeners = new Set<Listener>();
  readonly #byCard = new KeyedListeners<CardId>();
  readonly #stateListeners = new Set<() => void>();
  readonly #weights = new Map<CardId, Weight>();
  /** What the thread knows. */
  readonly #told = new Map<RecordId, MapRecord>();
  /** What it has yet to be told of. */
  #untold = new Set<RecordId>();
  #worker: Worker | null = null;
  #stop: (() => void) | null = null;
  #timer = 0;
  #deadline = 0;
  #isWeighing = false;
  /** One more with every thread that has ended: what was to be told to that one is not told to the next. */
  #turn = 0;
  #isOver = false;
  #hasFailed = false;

  constructor({ doc, records }: Pick<OpenSession, "doc" | "records">) {
    this.#doc = doc;
    this.#records = records;
  }

  fareOf(layer: FareLayer, id: CardId): Fare | undefined {
    return fareOn(layer, this.#weights.get(id));
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    this.#listenedTo();
    return () => this.#listeners.delete(listener);
  };

  /** Calls `listener` when that card fares otherwise. */
  readonly subscribeTo = (id: CardId, listener: () => void): (() => void) => {
    const stop = this.#byCard.subscribe(id, listener);
    this.#listenedTo();
    return stop;
  };

  /** Whether the last weighing came to nothing; the next change is weighed again. */
  readonly hasFailed = (): boolean => this.#hasFailed;

  readonly onState = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  };

  /** Weighs the map, so that what it comes to is there when somebody wants to know. */
  begin(): void {
    if (this.#stop) return;
    this.#untold = new Set(this.#doc.records.keys());
    this.#stop = this.#records.subscribeAll((change) => {
      for (const ids of [change.added, change.changed, change.removed])
        for (const id of ids) if (bearsOtherwise(this.#told.get(id), this.#doc.get(id))) this.#untold.add(id);
      if (this.#untold.size > 0) this.#soon();
    });
    this.#weigh();
  }

  dispose(): void {
    this.#isOver = true;
    this.#stop?.();
    window.clearTimeout(this.#timer);
    this.#endWorker();
  }

  #listenedTo(): void {
    this.begin();
    if (this.#untold.size > 0) this.#soon();
  }

  #soon(): void {
    if ((this.#listeners.size === 0 && this.#byCard.isEmpty) || this.#timer !== 0) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      if (this.#isWeighing) this.#soon();
      else this.#weigh();
    }, weighEveryMs);
  }

  #weigh(): void {
    if (this.#isWeighing || this.#untold.size === 0) return;
    this.#isWeighing = true;
    this.#tellLater();
  }

  #tellLater(): void {
    const turn = this.#turn;
    inIdleTime((isTimeLeft) => {
      if (turn === this.#turn && !this.#isOver) this.#tell(isTimeLeft);
    });
  }

  /** Tells the thread what it does not know, part by part while there is time. */
  #tell(isTimeLeft: () => boolean): void {
    this.#worker ??= this.#newWorker();
    let told: WeighTold;
    do {
      told = this.#nextPart();
      this.#worker.postMessage(told);
    } while (!told.isLast && isTimeLeft());
    if (!told.isLast) this.#tellLater();
    else this.#deadline = window.setTimeout(this.#fail, deadlineMs);
  }

  #nextPart(): WeighTold {
    const records: MapRecord[] = [];
    const gone: RecordId[] = [];
    for (const id of this.#untold) {
      if (records.length + gone.length === recordsAPart) break;
      this.#untold.delete(id);
      const record = this.#doc.get(id);
      if (record) {
        this.#told.set(id, record);
        records.push(record);
      } else {
        this.#told.delete(id);
        gone.push(id);
      }
    }
    return { records: JSON.stringify(records), gone, isLast: this.#untold.size === 0 };
  }

  #newWorker(): Worker {
    const worker = new Worker(new URL("./weigh-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<WeighAnswer>) => this.#take(data);
    worker.onerror = this.#fail;
    return worker;
  }

  #take(answer: WeighAnswer): void {
    window.clearTimeout(this.#deadline);
    this.#isWeighing = false;
    this.#setFailed(false);
    for (const [id, weight] of answer) {
      if (weight) this.#weights.set(id, weight);
      else this.#weights.delete(id);
    }
    const touched = answer.map(([id]) => id);
    if (touched.length === 0) return;
    for (const listener of this.#listeners) listener(touched);
    for (const id of touched) this.#byCard.tell(id);
  }

  /** What was known stays; a new thread, which knows nothing, is told all as soon as something changes. */
  readonly #fail = (): void => {
    this.#endWorker();
    this.#told.clear();
    this.#untold = new Set(this.#doc.records.keys());
    this.#isWeighing = false;
    this.#setFailed(true);
  };

  #endWorker(): void {
    this.#turn += 1;
    window.clearTimeout(this.#deadline);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #setFailed(hasFailed: boolean): void {
    if (this.#hasFailed === hasFailed) return;
    this.#hasFailed = hasFailed;
    for (const listener of this.#stateListeners) listener();
  }
}

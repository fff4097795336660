import { emptyMap, type MapRecord, type RecordId } from "#shared/model/index.ts";
import type { Shown } from "#shared/presenting/index.ts";
import { KeyedListeners } from "../session/keyed-listeners.ts";
import type { OpenDoc, OpenRecords, OpenSession } from "../session/open-session.ts";
import type { FrameChange } from "../session/record-store.ts";
import { createStillSession } from "../session/still-session.ts";

/** What is in view of a talk. */
export type InView = ReadonlySet<Shown> | "all";

/**
 * An open map of which only so much is there as is in view, as the canvas takes it: what has not been revealed is not
 * hidden, it is not known. It follows the map, cannot be changed, and knows nobody else.
 */
export class StageSession {
  readonly session: OpenSession;
  readonly #source: OpenSession;
  readonly #all = new Set<(change: FrameChange) => void>();
  readonly #byId = new KeyedListeners<string>();
  readonly #stop: () => void;
  #inView: InView;
  #records: ReadonlyMap<RecordId, MapRecord> | null = null;

  constructor(source: OpenSession, inView: InView) {
    this.#source = source;
    this.#inView = inView;
    this.#stop = source.records.subscribeAll((change) => this.#follow(change));
    const still = createStillSession(source.mapId, emptyMap({ title: "", createdAt: 0 }));
    const doc = this.#doc(still.doc);
    this.session = { ...still, doc, records: this.#recordsOf(doc) };
  }

  /** So much is in view from now on. Costs what comes and goes by it. */
  show(inView: InView): void {
    const before = this.#inView;
    if (before === inView) return;
    const ids =
      before === "all" || inView === "all" ? this.#source.doc.records.keys() : union(before, inView);
    const touched = new Set<RecordId>(ids);
    for (const id of [...touched]) {
      for (const record of this.#source.doc.referrersOf(id))
        if (record.type === "conflict") touched.add(record.id);
    }
    const was = new Set([...touched].filter((id) => this.#has(id)));
    this.#inView = inView;
    this.#records = null;
    const added = new Set<RecordId>();
    const removed = new Set<RecordId>();
    for (const id of touched) {
      if (this.#has(id) === was.has(id)) continue;
      (was.has(id) ? removed : added).add(id);
    }
    if (added.size + removed.size > 0) this.#tell({ added, removed, changed: new Set(), moved: new Set() });
  }

  dispose(): void {
    this.#stop();
  }

  #doc(still: OpenDoc): OpenDoc {
    const source = this.#source.doc;
    const inView = (id: RecordId) => (this.#has(id) ? source.get(id) : undefined);
    const readRecords = () => {
      this.#records ??=
        this.#inView === "all"
          ? source.records
          : new Map([...source.records].filter(([id]) => this.#has(id)));
      return this.#records;
    };
    const self = this;
    return {
      ...still,
      get meta() {
        return source.meta;
      },
      get records() {
        return readRecords();
      },
      get: inView,
      has: (id) => inView(id) !== undefined,
      referrersOf: function* (id) {
        for (const record of source.referrersOf(id)) if (self.#has(record.id)) yield record;
      },
      position: (id) => source.position(id),
    };
  }

  #recordsOf(doc: OpenDoc): OpenRecords {
    return {
      doc,
      subscribe: (id, listener) => this.#byId.subscribe(id, listener),
      subscribeAll: (listener) => {
        this.#all.add(listener);
        return () => this.#all.delete(listener);
      },
      subscribeMeta: (listener) => this.#source.records.subscribeMeta(listener),
    };
  }

  #has(id: RecordId): boolean {
    const record = this.#source.doc.get(id);
    if (!record || this.#inView === "all") return record !== undefined;
    const inView = this.#inView;
    switch (record.type) {
      case "card":
      case "argument":
        return inView.has(record.id);
      case "conflict":
        return record.members.every((card) => inView.has(card));
      default:
        return true;
    }
  }

  #follow({ added, changed, removed, moved }: FrameChange): void {
    this.#records = null;
    const here = <Id extends RecordId>(ids: ReadonlySet<Id>) =>
      new Set([...ids].filter((id) => this.#has(id)));
    this.#tell({ added: here(added), changed: here(changed), removed, moved: here(moved) });
  }

  #tell(change: FrameChange): void {
    for (const listener of this.#all) listener(change);
    for (const ids of [change.added, change.changed, change.removed])
      for (const id of ids) this.#byId.tell(id);
  }
}

function union(a: ReadonlySet<Shown>, b: ReadonlySet<Shown>): ReadonlySet<Shown> {
  return new Set([...a, ...b]);
}

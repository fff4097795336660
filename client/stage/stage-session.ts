import { type CardId, emptyMap, type MapRecord, type RecordId } from "#shared/model/index.ts";
import type { Arrangement, Shown } from "#shared/presenting/index.ts";
import { KeyedListeners } from "../session/keyed-listeners.ts";
import type { OpenDoc, OpenRecords, OpenSession } from "../session/open-session.ts";
import type { FrameChange } from "../session/record-store.ts";
import { createStillSession } from "../session/still-session.ts";

/** What is in view of a talk. */
export type InView = ReadonlySet<Shown> | "all";

/** Where cards stand; null where all stand as on the map. */
type Places = Arrangement["places"];

/**
 * An open map of which only so much is there as is in view, as the canvas takes it: what has not been revealed is not
 * hidden, it is not known, and cards may stand closer together. It follows the map,
 * cannot be changed, and knows nobody else.
 */
export class StageSession {
  readonly session: OpenSession;
  readonly #source: OpenSession;
  readonly #all = new Set<(change: FrameChange) => void>();
  readonly #byId = new KeyedListeners<string>();
  readonly #stop: () => void;
  #inView: InView;
  #places: Places;
  #records: ReadonlyMap<RecordId, MapRecord> | null = null;

  constructor(source: OpenSession, inView: InView, places: Places) {
    this.#source = source;
    this.#inView = inView;
    this.#places = places;
    this.#stop = source.records.subscribeAll((change) => this.#follow(change));
    const still = createStillSession(source.mapId, emptyMap({ title: "", createdAt: 0 }));
    const doc = this.#doc(still.doc);
    this.session = { ...still, doc, records: this.#recordsOf(doc) };
  }

  /** So much is in view from now on, and stands there. Costs what comes, goes and moves by it. */
  show(inView: InView, places: Places): void {
    const before = { inView: this.#inView, places: this.#places };
    if (before.inView === inView && before.places === places) return;
    const touched = before.inView === inView ? new Set<RecordId>() : this.#touchedBy(before.inView, inView);
    const was = new Set([...touched].filter((id) => this.#has(id)));
    this.#inView = inView;
    this.#places = places;
    this.#records = null;
    const added = new Set<RecordId>();
    const removed = new Set<RecordId>();
    for (const id of touched) {
      if (this.#has(id) === was.has(id)) continue;
      (was.has(id) ? removed : added).add(id);
    }
    const moved = this.#movedFrom(before.places, added);
    if (added.size + removed.size + moved.size > 0) this.#tell({ added, removed, changed: new Set(), moved });
  }

  dispose(): void {
    this.#stop();
  }

  #touchedBy(before: InView, now: InView): Set<RecordId> {
    const ids = before === "all" || now === "all" ? this.#source.doc.records.keys() : union(before, now);
    const touched = new Set<RecordId>(ids);
    for (const id of [...touched]) {
      for (const record of this.#source.doc.referrersOf(id))
        if (record.type === "conflict") touched.add(record.id);
    }
    return touched;
  }

  /** The cards in view, but those that just came, that stand elsewhere than they did. */
  #movedFrom(before: Places, added: ReadonlySet<RecordId>): Set<CardId> {
    const moved = new Set<CardId>();
    if (before === this.#places) return moved;
    for (const id of new Set([...(before?.keys() ?? []), ...(this.#places?.keys() ?? [])]))
      if (this.#has(id) && !added.has(id)) moved.add(id);
    return moved;
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
      position: (id) => self.#places?.get(id as CardId) ?? source.position(id),
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

import * as Y from "yjs";
import { err, ok, type Result } from "#shared/lib/result.ts";
import {
  type CardId,
  type Command,
  type CommandFault,
  type MapMeta,
  type MapRecord,
  type MapView,
  type PlainMap,
  type Point,
  plan,
  type RecordId,
  type RecordType,
  type StepId,
  type Violation,
  type Write,
} from "#shared/model/index.ts";
import { metaRoot, positionsRoot, recordTypes, rootNames } from "./doc-layout.ts";
import { type Reading, readMeta, readPosition, readRecord } from "./doc-reader.ts";
import { carryOut } from "./doc-writer.ts";
import { isFromTheFuture } from "./migrations.ts";
import { type LocalOrigin, type Origin, originOf } from "./origin.ts";
import { RecordIndex } from "./record-index.ts";
import { type TextEdit, watchText } from "./text-watch.ts";

/** Far more than fixes that uncover each other have been seen to take. */
const maxRepairRounds = 20;

/** What one transaction changed of what is shown. */
export type DocChange = Readonly<{
  added: ReadonlySet<RecordId>;
  changed: ReadonlySet<RecordId>;
  removed: ReadonlySet<RecordId>;
  moved: ReadonlySet<CardId>;
  meta: boolean;
  origin: Origin;
}>;

/**
 * A map held in a Y.Doc: the one door between Yjs and everybody else. Reads give frozen plain records, the same
 * reference while unchanged; writes are commands, one transaction each; changes are told once a transaction and cost
 * what changed. The Y.Doc stays its owner's, who also destroys it; `dispose` takes back the observers.
 */
export class ArgumentDoc implements MapView {
  readonly #ydoc: Y.Doc;
  readonly #now: () => number;
  readonly #roots: readonly (readonly [type: RecordType, root: Y.Map<unknown>])[];
  readonly #positions: Y.Map<unknown>;
  readonly #index = new RecordIndex();
  readonly #dirty = new Set<RecordId>();
  readonly #moved = new Set<CardId>();
  readonly #listeners = new Set<(change: DocChange) => void>();
  readonly #beforeApply = new Set<(command: Command, origin: LocalOrigin) => void>();
  readonly #undo: (() => void)[] = [];
  readonly #tellAfter: (() => void)[] = [];
  #meta: MapMeta;
  #metaDirty = false;

  /** `now` stamps deletions: milliseconds since 1970. */
  constructor(ydoc: Y.Doc, now: () => number) {
    this.#ydoc = ydoc;
    this.#now = now;
    this.#roots = recordTypes.map((type) => [type, ydoc.getMap(rootNames[type])]);
    for (const [, root] of this.#roots) {
      root.forEach((_, id) => void this.#dirty.add(id as RecordId));
      this.#observe(root, (events) => this.#markRecords(root, events));
    }
    this.#positions = ydoc.getMap(positionsRoot);
    this.#observe(this.#positions, ([event]) => {
      for (const id of event ? keysChanged(event) : []) this.#moved.add(id as CardId);
    });
    const meta = ydoc.getMap(metaRoot);
    this.#observe(meta, () => {
      this.#metaDirty = true;
    });
    this.#meta = readMeta(meta);
    this.#takeIn();
    const flush = (transaction: Y.Transaction): void => this.#flush(originOf(transaction.origin));
    ydoc.on("afterTransaction", flush);
    this.#undo.push(() => ydoc.off("afterTransaction", flush));
  }

  get meta(): MapMeta {
    return this.#meta;
  }

  /** All records shown, by id. A live view, not a copy. */
  get records(): ReadonlyMap<RecordId, MapRecord> {
    return this.#index.shown;
  }

  get(id: RecordId): MapRecord | undefined {
    return this.#index.shown.get(id);
  }

  has(id: RecordId): boolean {
    return this.#roots.some(([, root]) => root.has(id));
  }

  referrersOf(id: RecordId): Iterable<MapRecord> {
    return this.#index.shownReferrers(id);
  }

  position(id: CardId): Point | undefined {
    return readPosition(this.#positions, id);
  }

  /** Whether a later program wrote this document; then it is shown as far as understood, and never written. */
  get isReadOnly(): boolean {
    return isFromTheFuture(this.#ydoc);
  }

  /** Carries out a command whole, in one transaction, or refuses it and changes nothing. */
  apply(command: Command, origin: LocalOrigin): Result<void, CommandFault> {
    if (this.isReadOnly) {
      return err({ code: "read-only", message: "A newer version of the program wrote this map.", ids: [] });
    }
    const planned = plan(this, command);
    if (!planned.ok) return planned;
    for (const listener of this.#beforeApply) listener(command, origin);
    this.#write(planned.value, origin);
    return ok(undefined);
  }

  /** What breaks the rules of the model now; see docs/spec/model.md. */
  violations(): readonly Violation[] {
    return this.#index.violations();
  }

  /**
   * Does the looking that `repair` begins with, in steps of about a millisecond, so that it need not hold up the page;
   * all that changed meanwhile is looked at as well. Writes nothing.
   */
  prepareRepair(): Generator<void, void> {
    return this.#index.clearSuspects();
  }

  /** Mends what concurrent edits broke, the same way on every peer. Returns what it mended. */
  repair(): readonly Violation[] {
    const mended: Violation[] = [];
    // What one fix uncovers, the next round mends; the bound is for documents made to be slow.
    for (let round = 0; round < maxRepairRounds && !this.isReadOnly; round++) {
      const found = this.violations();
      const writes = found.flatMap(({ fix }) => fix);
      if (writes.length === 0) break;
      this.#write(writes, "repair");
      mended.push(...found);
    }
    return mended;
  }

  /** The whole map as plain data. O(map): for files and pictures, never for an edit. */
  toPlainMap(): PlainMap {
    const positions = new Map<CardId, Point>();
    for (const record of this.#index.shown.values()) {
      const at = record.type === "card" ? this.position(record.id) : undefined;
      if (at && record.type === "card") positions.set(record.id, at);
    }
    return { meta: this.#meta, records: new Map(this.#index.shown), positions };
  }

  /** Tells of every transaction that changed something shown. Returns the way to stop. */
  onChange(listener: (change: DocChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called before each command of this replica is carried out; undo groups by it. */
  onBeforeApply(listener: (command: Command, origin: LocalOrigin) => void): () => void {
    this.#beforeApply.add(listener);
    return () => this.#beforeApply.delete(listener);
  }

  /** Tells of edits to a card's text, or a step's notes, by character, so that a caret can stay where it was. */
  watchText(
    id: CardId | StepId,
    listener: (edits: readonly TextEdit[], isLocal: boolean) => void,
  ): () => void {
    const isStep = this.get(id)?.type === "step";
    const record = this.#ydoc.getMap(isStep ? rootNames.step : rootNames.card).get(id);
    const text = record instanceof Y.Map ? record.get(isStep ? "notes" : "text") : undefined;
    if (!(text instanceof Y.Text)) return () => undefined;
    // Told once the records are up to date, so that the listener may read the text as it is now.
    return watchText(text, (edits, isLocal) => this.#tellAfter.push(() => listener(edits, isLocal)));
  }

  dispose(): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.#listeners.clear();
    this.#beforeApply.clear();
  }

  #write(writes: readonly Write[], origin: LocalOrigin): void {
    if (writes.length === 0) return;
    const now = this.#now();
    this.#ydoc.transact(() => {
      for (const write of writes) carryOut(this.#ydoc, write, now);
    }, origin);
  }

  #observe(root: Y.Map<unknown>, mark: (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => void): void {
    const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => mark(events);
    root.observeDeep(observer as Parameters<typeof root.observeDeep>[0]);
    this.#undo.push(() => root.unobserveDeep(observer as Parameters<typeof root.unobserveDeep>[0]));
  }

  #markRecords(root: Y.Map<unknown>, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      if (event.target === (root as unknown)) {
        for (const id of keysChanged(event)) this.#dirty.add(id as RecordId);
      } else {
        this.#dirty.add(event.path[0] as RecordId);
      }
    }
  }

  #takeIn(): ReturnType<RecordIndex["update"]> {
    const change = this.#index.update(this.#dirty, this.#read);
    this.#dirty.clear();
    return change;
  }

  /** An id names one record; where peers gave it to records of several types, the first type in order has it. */
  readonly #read = (id: RecordId): Reading => {
    for (const [type, root] of this.#roots) {
      const stored = root.get(id);
      if (stored === undefined) continue;
      const reading = readRecord(type, id, stored);
      if (reading.record) return reading;
    }
    return unread;
  };

  #flush(origin: Origin): void {
    if (this.#dirty.size === 0 && this.#moved.size === 0 && !this.#metaDirty) return;
    const { added, changed, removed } = this.#takeIn();
    const moved = new Set(this.#moved);
    const meta = this.#metaDirty;
    this.#moved.clear();
    this.#metaDirty = false;
    if (meta) this.#meta = readMeta(this.#ydoc.getMap(metaRoot));
    const change: DocChange = { added, changed, removed, moved, meta, origin };
    for (const listener of this.#listeners) listener(change);
    for (const tell of this.#tellAfter.splice(0)) tell();
  }
}

const unread: Reading = { record: undefined, oddities: [] };

/** The keys that an event tells of. `event.keys` would look up what became of each of them, which nobody asks. */
function* keysChanged(event: Y.YEvent<Y.AbstractType<unknown>>): Iterable<string> {
  if (!(event instanceof Y.YMapEvent)) return;
  // A null is there when a peer treated the map as a list.
  for (const key of event.keysChanged as ReadonlySet<string | null>) if (key !== null) yield key;
}

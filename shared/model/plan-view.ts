import { assert } from "#shared/lib/assert.ts";
import type { CardId, RecordId } from "./ids.ts";
import { type MapView, mentionsOf } from "./map-view.ts";
import type { MapMeta, MapRecord, Point } from "./records.ts";
import { applyToRecord, type Write } from "./writes.ts";

/** A map as it will be once the writes planned so far are carried out; costs only what those writes touch. */
export class PlanView implements MapView {
  readonly writes: Write[] = [];
  meta: MapMeta;
  readonly #base: MapView;
  readonly #changed = new Map<RecordId, MapRecord | undefined>();
  readonly #mentioned = new Map<RecordId, Set<RecordId>>();
  readonly #placed = new Map<CardId, Point>();

  constructor(base: MapView) {
    this.#base = base;
    this.meta = base.meta;
  }

  get(id: RecordId): MapRecord | undefined {
    return this.#changed.has(id) ? this.#changed.get(id) : this.#base.get(id);
  }

  has(id: RecordId): boolean {
    return this.#changed.has(id) || this.#base.has(id);
  }

  *referrersOf(id: RecordId): Iterable<MapRecord> {
    for (const record of this.#base.referrersOf(id)) if (!this.#changed.has(record.id)) yield record;
    for (const referrer of this.#mentioned.get(id) ?? []) {
      const record = this.#changed.get(referrer);
      if (record && [...mentionsOf(record)].includes(id)) yield record;
    }
  }

  position(id: CardId): Point | undefined {
    return this.#placed.get(id) ?? this.#base.position(id);
  }

  /** Takes note of one more write. */
  write(write: Write): void {
    this.writes.push(write);
    switch (write.op) {
      case "create":
      case "restore":
        this.#put(write.record.id, write.record);
        return;
      case "place":
        this.#placed.set(write.id, write.at);
        return;
      case "entitle":
        this.meta = { ...this.meta, title: write.title };
        return;
      default: {
        const record = this.get(write.id);
        assert(record, "only existing records are written");
        this.#put(record.id, applyToRecord(record, write));
      }
    }
  }

  #put(id: RecordId, record: MapRecord | undefined): void {
    const before = this.get(id);
    this.#changed.set(id, record);
    for (const version of [before, record]) {
      for (const mentioned of version ? mentionsOf(version) : []) {
        const known = this.#mentioned.get(mentioned);
        if (known) known.add(id);
        else this.#mentioned.set(mentioned, new Set([id]));
      }
    }
  }
}
